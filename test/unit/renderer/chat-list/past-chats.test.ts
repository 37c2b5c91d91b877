import { expect, it } from 'vitest';
import { defineComponent, h, nextTick } from 'vue';
import { usePastChats } from '../../../../renderer/features/chat-list/use-past-chats';
import { applyFloorChanges } from '../../../../renderer/stores/apply-floor';
import { useClockStore } from '../../../../renderer/stores/clock.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21);
const day = 24 * 60 * 60_000;
freezeTime(now);

const Lists = defineComponent(() => {
  usePastChats();
  return () => h('p');
});

it('removes past chats while the clock of a hidden window rests, when another one ends', async () => {
  const snapshot = busyFloor(now);
  const [first, second] = snapshot.chats;
  if (first === undefined || second === undefined) throw new Error('the busy floor has two chats');
  const { bridge } = mountOnFloor(Lists, { snapshot });
  useClockStore().rest();
  const dismissed = (): unknown[] =>
    bridge.asked.filter(({ name }) => name === 'chats.dismiss').map(({ request }) => request);
  applyFloorChanges([{ type: 'chatChanged', chat: { ...first, state: 'finished', endedAt: now } }]);
  await nextTick();
  expect(dismissed()).toEqual([]);
  applyFloorChanges([{ type: 'chatChanged', chat: { ...second, state: 'finished', endedAt: now - 2 * day } }]);
  await nextTick();
  expect(dismissed()).toEqual([{ chatId: second.id }]);
});
