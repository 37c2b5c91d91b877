import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import ChatList from '../../../../renderer/features/chat-list/ChatList.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useClockStore } from '../../../../renderer/stores/clock.store';
import { useUnjoinedStore } from '../../../../renderer/stores/unjoined.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);

describe('a component mounted on a floor', () => {
  it('takes its stores along when it goes, so that none of their timers acts in the next test', async () => {
    const first = mountOnFloor(ChatList, { snapshot: busyFloor(now) });
    const clock = useClockStore();
    const { toRead } = useUnjoinedStore();
    expect(toRead).toBeDefined();
    first.wrapper.unmount();
    const second = mountOnFloor(ChatList, { snapshot: busyFloor(now) });
    const chats = useChatsStore();
    clock.now += 60_000;
    await nextTick();
    expect(Object.is(useChatsStore(), chats)).toBe(true);
    second.wrapper.unmount();
  });
});
