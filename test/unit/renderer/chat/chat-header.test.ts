import { afterEach, expect, it, vi } from 'vitest';
import type { Chat, Snapshot } from '../../../../preload/contract';
import ChatHeader from '../../../../renderer/features/chat/ChatHeader.vue';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 0, 5, 9);
afterEach(() => {
  vi.useRealTimers();
});

function ageShown(connection: Partial<Snapshot['connection']>, changes: Partial<Chat> = {}): string {
  vi.useFakeTimers({ now });
  const floor = busyFloor(now);
  const snapshot = { ...floor, connection: { ...floor.connection, ...connection } };
  const chat = floor.chats.find(({ state }) => state === 'active');
  if (chat === undefined) throw new Error('nobody chats on this floor');
  const { wrapper } = mountOnFloor(ChatHeader, { snapshot, props: { chat: { ...chat, ...changes } } });
  const age = wrapper.get('.tabular').text();
  wrapper.unmount();
  return age;
}

it('shows the age of the chat by the server clock, which stands still while the floor is not live', () => {
  const minutesOld = (minutes: number) => ({ receivedAt: now - minutes * 60_000, endedAt: null });
  const tenMinutes = ageShown({ phase: 'live' }, minutesOld(10));
  expect(ageShown({ phase: 'live', serverClockOffsetMs: 600_000 }, { receivedAt: now, endedAt: null })).toBe(
    tenMinutes,
  );
  expect(ageShown({ phase: 'stale', lastSuccessAt: now - 300_000 }, minutesOld(15))).toBe(tenMinutes);
  expect(ageShown({ phase: 'live' }, minutesOld(15))).not.toBe(tenMinutes);
});
