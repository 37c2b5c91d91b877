import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import ChatSidePanel from '../../../../renderer/features/side-panel/ChatSidePanel.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useHistoryStore } from '../../../../renderer/stores/history.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import type { PastInteraction } from '../../../../preload/contract';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

freezeTime(now);

async function open(past: readonly PastInteraction[] = []) {
  const floor = mountOnFloor(ChatSidePanel, { snapshot: busyFloor(now), now: () => now });
  const { wrapper, bridge } = floor;
  bridge.archive.past = past;
  useChatsStore().select(kim);
  await flushPromises();
  const named = (name: string) => wrapper.get(`[aria-label="${name}"]`);
  return { ...floor, named, row: (key: string) => wrapper.get(`[data-key="${key}"]`) };
}

describe('customer data', () => {
  it('is edited in place, and shows the new value only when the server reports it', async () => {
    const { named, asked, row, settle } = await open();
    await named('Edit Segment').trigger('click');
    const field = row('Segment').get('textarea');
    await field.setValue('Platinum');
    await field.trigger('keydown', { key: 'Enter' });
    await field.trigger('keydown', { key: 'Enter' });
    expect(asked('chats.setCustomerField')).toMatchObject([{ chatId: kim, key: 'Segment', value: 'Platinum' }]);
    expect(row('Segment').find('textarea').exists()).toBe(true);
    await settle();
    await flushPromises();
    expect(row('Segment').find('textarea').exists()).toBe(false);
    expect(row('Segment').text()).toContain('Platinum');
  });

  it('keeps what was typed when the server refuses, and says why', async () => {
    const { bridge, named, row } = await open();
    await named('Edit Segment').trigger('click');
    bridge.failNext.set('chats.setCustomerField', 'command.forbidden');
    await row('Segment').get('textarea').setValue('Platinum');
    await row('Segment').get('textarea').trigger('keydown', { key: 'Enter' });
    await flushPromises();
    expect(row('Segment').get('[role="alert"]').text()).toContain('You don’t have permission');
    expect(row('Segment').get<HTMLTextAreaElement>('textarea').element.value).toBe('Platinum');
    expect(useToastsStore().toasts).toEqual([]);
  });

  it('stays as it was after Escape', async () => {
    const { named, asked, row } = await open();
    await named('Edit Segment').trigger('click');
    await row('Segment').get('textarea').setValue('Platinum');
    await row('Segment').get('textarea').trigger('keydown', { key: 'Escape' });
    expect(row('Segment').text()).toContain('Gold');
    expect(asked('chats.setCustomerField')).toEqual([]);
  });

  it('is put back with one press after it was deleted', async () => {
    const { bridge, named, asked, settle } = await open();
    await named('Delete Segment').trigger('click');
    expect(useToastsStore().toasts).toEqual([]);
    await settle();
    await flushPromises();
    expect(bridge.chat(kim).customerData.map(({ key }) => key)).not.toContain('Segment');
    const [toast] = useToastsStore().toasts;
    expect(toast?.key).toBe('actions.data.deleted');
    toast?.undo?.();
    expect(asked('chats.setCustomerField')).toMatchObject([{ key: 'Segment', value: 'Gold' }]);
  });

  it('does not overwrite from the form for new ones', async () => {
    const { wrapper, asked } = await open();
    await wrapper.get('[data-add]').trigger('click');
    const [name, value] = wrapper.findAll('form input');
    await name?.setValue('Segment');
    await value?.setValue('Lead');
    await wrapper.get('form').trigger('submit');
    expect(wrapper.get('form').text()).toContain('Segment already exists.');
    expect(asked('chats.setCustomerField')).toEqual([]);
    await name?.setValue('Mood');
    await wrapper.get('form').trigger('submit');
    expect(asked('chats.setCustomerField')).toMatchObject([{ key: 'Mood', value: 'Lead' }]);
  });

  it('cannot be changed while the connection is lost', async () => {
    const { wrapper, bridge } = await open();
    bridge.tell({ type: 'connectionChanged', connection: { ...bridge.snapshot.connection, phase: 'offline' } });
    await flushPromises();
    expect(wrapper.find('[data-add]').exists()).toBe(false);
    expect(wrapper.find('[aria-label="Change Segment"]').exists()).toBe(false);
    expect(wrapper.find('[aria-label="Copy Segment"]').exists()).toBe(true);
  });
});

const delivery: PastInteraction = {
  id: 'past-1',
  medium: 'chat',
  direction: 'inbound',
  state: 'ended',
  subject: 'Delivery delay',
  startedAt: now - 864_000_000,
  endedAt: now - 863_000_000,
  handledBy: 'Ana Ruiz',
  hasTranscript: true,
};

function isOf(asked: unknown, chatId: string): boolean {
  return JSON.stringify(asked) === JSON.stringify({ chatId });
}

describe('what was before', () => {
  it('is asked for only when somebody stays with the chat', async () => {
    const { asked } = await open([delivery]);
    await vi.advanceTimersByTimeAsync(200);
    useChatsStore().select('0001Da9PFC930012');
    await flushPromises();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked('history.ofCustomer')).toEqual([{ chatId: '0001Da9PFC930012' }]);
  });

  it('lists what there was without this chat itself, and opens what can be read', async () => {
    const { wrapper, asked } = await open([
      { ...delivery, id: kim },
      delivery,
      { ...delivery, id: 'past-2', hasTranscript: false },
    ]);
    await vi.advanceTimersByTimeAsync(1_000);
    await flushPromises();
    const rows = wrapper.findAll('[data-testid="customer-history"] li');
    expect(rows.map((row) => row.find('button').exists())).toEqual([true, false]);
    await rows[0]?.get('button').trigger('click');
    expect(asked('history.transcript')).toEqual([{ interactionId: 'past-1' }]);
    expect(useHistoryStore().opened?.id).toBe('past-1');
  });

  it('is read again when the chat is selected after some minutes, and shows the old list meanwhile', async () => {
    const { wrapper, asked } = await open([{ ...delivery, state: 'running' }]);
    const lookAt = async (chatId: string): Promise<void> => {
      useChatsStore().select(chatId);
      await flushPromises();
      await vi.advanceTimersByTimeAsync(1_000);
      await flushPromises();
    };
    const ofKim = (): number => asked('history.ofCustomer').filter((one) => isOf(one, kim)).length;
    await lookAt(kim);
    await lookAt('0001Da9PFC930012');
    await lookAt(kim);
    expect(ofKim()).toBe(1);
    await lookAt('0001Da9PFC930012');
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    useChatsStore().select(kim);
    await flushPromises();
    expect(wrapper.get('[data-testid="customer-history"]').text()).toContain('Delivery delay');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ofKim()).toBe(2);
  });

  it('does not reach the next supervisor when it comes after sign-out', async () => {
    await open([delivery]);
    const history = useHistoryStore();
    history.open(delivery);
    const ofCustomer = history.loadOfCustomer('another');
    history.forgetAll();
    await ofCustomer;
    await flushPromises();
    expect([history.byChat.size, history.transcripts.size, history.opened]).toEqual([0, 0, null]);
  });

  it('says what went wrong and asks again', async () => {
    const { wrapper, bridge } = await open([delivery]);
    bridge.failNext.set('history.ofCustomer', 'server.timeout');
    await vi.advanceTimersByTimeAsync(1_000);
    await flushPromises();
    const section = wrapper.get('[data-testid="customer-history"]');
    expect(section.get('[role="alert"]').text()).toContain('took too long to respond');
    await section.get('button').trigger('click');
    await flushPromises();
    expect(section.text()).toContain('Delivery delay');
  });
});
