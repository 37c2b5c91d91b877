import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import type { TranscriptEntry } from '../../../../preload/contract';
import SearchScreen from '../../../../renderer/features/search/SearchScreen.vue';
import { useSearchResults } from '../../../../renderer/features/search/use-search-results';
import TranscriptList from '../../../../renderer/features/chat/TranscriptList.vue';
import { replaceFloor } from '../../../../renderer/stores/apply-floor';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useSearchStore } from '../../../../renderer/stores/search.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const at = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

beforeEach(() => {
  vi.useFakeTimers({ now: at });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** The floor with everything taken in. */
function floor() {
  const mounted = mountOnFloor(SearchScreen, { snapshot: busyFloor(at) });
  vi.advanceTimersByTime(100);
  return { ...mounted, search: useSearchStore() };
}

function said(text: string, index: number): TranscriptEntry {
  const entry = useChatsStore().transcripts.get(kim)!.entries.at(-1)!;
  return { ...entry, index, text, at: at + index };
}

describe('what can be found', () => {
  const found = (text: string): readonly (readonly [string, readonly number[]])[] =>
    useSearchStore()
      .find(text)
      .chats.map(({ chat, entries }) => [chat.id, entries]);

  it('follows what is said, changed and taken away', () => {
    const { bridge } = floor();
    expect(found('zebra')).toEqual([]);
    bridge.tell({ type: 'entriesAdded', chatId: kim, entries: [said('A zebra!', 90), said('Two zebras', 91)] });
    expect(found('zebra')).toEqual([[kim, [91, 90]]]);
    bridge.tell({ type: 'entriesAdded', chatId: kim, entries: [said('A horse', 91)] });
    expect(found('zebra')).toEqual([[kim, [90]]]);
    bridge.tell({ type: 'chatRemoved', chatId: kim });
    expect(found('zebra')).toEqual([]);
  });

  it('follows what becomes known of a chat', () => {
    const { bridge } = floor();
    const chat = bridge.chat(kim);
    expect(found('platinum')).toEqual([]);
    bridge.tell({ type: 'chatChanged', chat: { ...chat, customerData: [{ key: 'Segment', value: 'Platinum' }] } });
    expect(found('platinum')).toEqual([[kim, []]]);
    expect(found('20931').map(([chatId]) => chatId)).toEqual([kim]);
    bridge.tell({ type: 'chatChanged', chat: { ...chat, customerData: [] } });
    expect(found('platinum')).toEqual([]);
  });

  it('is the new floor after everything was read again, piece by piece', () => {
    const { search } = floor();
    const next = busyFloor(at);
    replaceFloor({ ...next, transcripts: next.transcripts.filter(({ chatId }) => chatId !== kim) });
    expect(search.isReading).toBe(true);
    vi.advanceTimersByTime(100);
    expect(search.isReading).toBe(false);
    expect(found('statement')).toEqual([]);
    expect(found('parcels')).toHaveLength(1);
  });
});

describe('the search', () => {
  const lines = (): string[] => [...document.querySelectorAll('[role="option"]')].map((one) => one.textContent);

  it('counts what it found and says when there is nothing', async () => {
    const { search, wrapper } = floor();
    search.typed = 'order';
    await flushPromises();
    expect(wrapper.get('[role="status"]').text()).toBe('4 messages in 3 chats');
    search.typed = 'zebra';
    await flushPromises();
    expect(wrapper.text()).toContain('No active chats contain “zebra”.');
    search.typed = 'o';
    await flushPromises();
    expect(wrapper.text()).toContain('Type one more letter.');
  });

  it('offers what was said meanwhile instead of pushing it in', async () => {
    const { search, wrapper, bridge } = floor();
    search.typed = 'statement';
    await flushPromises();
    bridge.tell({ type: 'entriesAdded', chatId: kim, entries: [said('Another statement', 90)] });
    vi.advanceTimersByTime(1_500);
    await flushPromises();
    expect(wrapper.get('[role="status"]').text()).toBe('1 message in 1 chat');
    await wrapper
      .findAll('button')
      .find((one) => one.text() === 'Show new results')!
      .trigger('click');
    expect(wrapper.get('[role="status"]').text()).toBe('2 messages in 1 chat');
  });

  it('keeps the results fixed, but never shows an old mode or an ended chat as active', () => {
    const { search, bridge } = floor();
    search.typed = 'statement';
    const scope = effectScope();
    const { rows } = scope.run(useSearchResults)!;
    const shown = () => rows.value.map(({ chat: { id, mode, state } }) => [id, mode, state]);
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(kim), mode: 'monitor' } });
    expect(shown()[0]).toEqual([kim, 'monitor', 'active']);
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(kim), state: 'finished', mode: null, endedAt: at } });
    expect(shown()[0]).toEqual([kim, null, 'finished']);
    bridge.tell({ type: 'chatRemoved', chatId: kim });
    expect(shown()).toEqual([]);
    scope.stop();
  });

  it('goes to a message by Enter', async () => {
    const { search, wrapper } = floor();
    search.typed = 'statement';
    await flushPromises();
    await wrapper.get('[role="searchbox"]').trigger('keydown', { key: 'Enter' });
    expect(wrapper.emitted('openMessage')).toEqual([[kim, 11]]);
    expect(lines().length).toBeLessThan(10);
  });
});

describe('the message that was found', () => {
  it('is marked in its transcript, in one that is open already as well, and only as long as it is meant', async () => {
    const snapshot = busyFloor(at);
    const chat = snapshot.chats.find(({ id }) => id === kim)!;
    const { wrapper } = mountOnFloor(TranscriptList, { snapshot, props: { chat } });
    const search = useSearchStore();
    search.goTo(kim, 3);
    await flushPromises();
    expect(search.target).toBeNull();
    search.goTo('another', 3);
    await flushPromises();
    expect(search.target).toEqual({ chatId: 'another', index: 3 });
    expect(document.activeElement).toBe(wrapper.get('[data-testid="transcript"]').element);
  });
});
