import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import ConfirmBargeIn from '../../../../renderer/features/chat-actions/ConfirmBargeIn.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

freezeTime(now);

async function open(bargeInBy: 'press' | 'hold') {
  const { bridge } = mountOnFloor(ConfirmBargeIn, { snapshot: busyFloor(now), now: () => now });
  await useSettingsStore().change({ bargeInBy });
  const dialog = () => document.querySelector('[role="dialog"]');
  return {
    dialog,
    asked: () =>
      bridge.asked.filter(({ name }) => name === 'chats.bargeIn' || name === 'chats.intrude').map(({ name }) => name),
    settle: () => flushPromises(),
    press: async (name: string) => {
      const buttons = [...(dialog()?.querySelectorAll('button') ?? [])];
      buttons.find((button) => button.textContent.trim() === name)?.click();
      await flushPromises();
    },
  };
}

describe('barging in where it has to be held', () => {
  it('is asked back about, by the names of who will see it, when it comes without a hold', async () => {
    const { dialog, asked, settle, press } = await open('hold');
    const result = useChatsStore().switchMode(kim, 'bargeIn');
    await settle();
    expect(dialog()?.textContent).toContain('Once you do, Kim and Ana will see you and read what you write.');
    expect(asked()).toEqual([]);
    await press('Barge in');
    expect([await result, asked()]).toEqual([{ ok: true, value: null }, ['chats.bargeIn']]);
  });

  it('begins at the answer that changes nothing', async () => {
    const { settle } = await open('hold');
    void useChatsStore().switchMode(kim, 'bargeIn');
    await settle();
    expect(document.activeElement?.textContent.trim()).toBe('Cancel');
  });

  it('does not happen when it is declined, or when another question takes its place', async () => {
    const { asked, settle, press } = await open('hold');
    const first = useChatsStore().switchMode(kim, 'bargeIn');
    const second = useChatsStore().intrude({ agentId: 'user-1', chatId: 'chat-9', mode: 'bargeIn' });
    await settle();
    await first;
    await press('Cancel');
    await second;
    expect(asked()).toEqual([]);
  });

  it('happens at once after a hold, and for every quieter mode', async () => {
    const { dialog, asked, settle } = await open('hold');
    void useChatsStore().switchMode(kim, 'bargeIn', { isHeld: true });
    void useChatsStore().switchMode(kim, 'monitor');
    await settle();
    expect([dialog(), asked()]).toEqual([null, ['chats.bargeIn']]);
  });

  it('happens at once where one press is enough', async () => {
    const { dialog, asked, settle } = await open('press');
    void useChatsStore().switchMode(kim, 'bargeIn');
    await settle();
    expect([dialog(), asked()]).toEqual([null, ['chats.bargeIn']]);
  });
});
