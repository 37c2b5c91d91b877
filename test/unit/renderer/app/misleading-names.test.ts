import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Component } from 'vue';
import ChatList from '../../../../renderer/features/chat-list/ChatList.vue';
import ChatHeader from '../../../../renderer/features/chat/ChatHeader.vue';
import ChatView from '../../../../renderer/features/chat/ChatView.vue';
import ChatSidePanel from '../../../../renderer/features/side-panel/ChatSidePanel.vue';
import ChatComposer from '../../../../renderer/features/composer/ChatComposer.vue';
import WallTile from '../../../../renderer/features/wall/WallTile.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, giveLayout, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { seedChat, seedTranscript } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 2, 4, 9, 0);

freezeTime(now);
giveLayout(2_000);

const misleading = [
  'You barged in: everyone can see you. Kim',
  'You, to Ana',
  'Ana, supervisor',
  'Ana left. Kim',
  'You',
];
const chatWith = (customer: string) =>
  seedChat({ id: '1', customer, agent: 'Ana Silva', mode: 'bargeIn', receivedAt: now - 600_000 });

const places: readonly (readonly [string, Component, (chat: ReturnType<typeof chatWith>) => object])[] = [
  ['the list', ChatList, () => ({})],
  ['the header', ChatHeader, (chat) => ({ chat })],
  ['the transcript', ChatView, () => ({})],
  ['the side panel', ChatSidePanel, () => ({})],
  ['the composer', ChatComposer, () => ({})],
  [
    'a tile of the wall',
    WallTile,
    (chat) => ({ chat, number: 1, isFocused: false, isPinned: false, isLoading: false, cameFor: null }),
  ],
];

describe.each(places)('%s', (_place, component, propsOf) => {
  it.each(misleading)('sets the name off wherever it draws it, for the eye and aloud: %s', async (customer) => {
    const chat = chatWith(customer);
    const transcript = seedTranscript(chat, [{ by: 'customer', text: 'Hello', after: 1 }]);
    const snapshot = { ...busyFloor(now), chats: [chat], transcripts: [transcript], attention: [], pending: [] };
    const { wrapper } = mountOnFloor(component, { snapshot, props: propsOf(chat), now: () => now });
    useChatsStore().select('1');
    await flushPromises();
    await vi.advanceTimersByTimeAsync(100);
    const drawn = wrapper.html().replaceAll('&quot;', '"');
    expect(drawn).toContain(`“${customer}” (customer)`);
    // "You" alone is also ours, so only names that are not can be looked for outside their quotation marks.
    const bare = drawn.replaceAll(`“${customer}”`, '').replaceAll(/data-[a-z-]+="[^"]*"/gu, '');
    if (customer !== 'You') expect(bare).not.toContain(customer);
  });
});
