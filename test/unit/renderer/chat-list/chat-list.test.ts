import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../../preload/contract';
import ChatList from '../../../../renderer/features/chat-list/ChatList.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { busyFloor, crowdedFloor } from '../../../support/renderer/busy-floor';
import { afterAnswers, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';
const lucia = '0001Da9PFC930014';
let mounted: VueWrapper | null = null;

beforeEach(() => {
  vi.useFakeTimers({ now });
  // Without a layout every element is 0 px high, and a virtual list shows nothing.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
});
afterEach(() => {
  mounted?.unmount();
  mounted = null;
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function open(snapshot: Snapshot = busyFloor(now)) {
  const floor = mountOnFloor(ChatList, { snapshot, now: () => now });
  const { wrapper, bridge } = floor;
  mounted = wrapper;
  await afterAnswers(wrapper);
  await vi.advanceTimersByTimeAsync(50);
  const rows = () => wrapper.findAll('[data-chat]');
  return {
    ...floor,
    rows,
    row: (id: string) => wrapper.get(`[data-chat="${id}"]`),
    order: () =>
      rows()
        .map((row) => ({ id: row.attributes('data-chat') ?? '', place: Number(row.attributes('aria-posinset')) }))
        .sort((one, other) => one.place - other.place)
        .map(({ id }) => id.slice(-2)),
    luciaWrites: async () => {
      const author = bridge.chat(lucia).participants[0];
      if (author === undefined) throw new Error('Lucía is in her chat');
      const entry = {
        index: 99,
        kind: 'text',
        author,
        visibility: 'everyone',
        text: '¿Hola?',
        at: now - 600_000,
      } as const;
      bridge.tell({ type: 'entriesAdded', chatId: lucia, entries: [entry] });
      await afterAnswers(wrapper);
    },
    settleOrder: async () => {
      await vi.advanceTimersByTimeAsync(5_100);
      await afterAnswers(wrapper);
    },
  };
}

describe('the chat list', () => {
  it('puts invitations on top, then the longest wait, and what ended below', async () => {
    const { order } = await open();
    expect(order()).toEqual(['15', '0S', '13', '12', '11', '14', '16']);
  });

  it('says of each chat who, by whom, how, since when and what', async () => {
    const { row } = await open();
    expect(row(kim).text()).toContain('waiting long, 3:48');
    expect(row(kim).text()).toContain('You coach');
    expect(row(kim).text()).toContain('Ana Ruiz · Billing');
    expect(row(kim).text()).toContain('So when do I get it back?');
    expect(row(lucia).text()).toContain('Ana');
    expect(row(lucia).text()).not.toContain('waiting');
  });

  it('settles a new order slowly', async () => {
    const { order, luciaWrites, settleOrder } = await open();
    await luciaWrites();
    expect(order()).toEqual(['15', '0S', '13', '12', '11', '14', '16']);
    await settleOrder();
    expect(order()).toEqual(['15', '14', '0S', '13', '12', '11', '16']);
  });

  it('leaves the row under the pointer where it is', async () => {
    const { order, row, luciaWrites, settleOrder } = await open();
    await row(kim).trigger('pointermove');
    await luciaWrites();
    await settleOrder();
    expect(order()).toEqual(['15', '0S', '14', '13', '12', '11', '16']);
  });

  it('leaves the row with the focus where it is', async () => {
    const { order, row, luciaWrites, settleOrder } = await open();
    row(kim).get<HTMLElement>('[data-part="open"]').element.focus();
    await luciaWrites();
    await settleOrder();
    expect(order().indexOf('0S')).toBe(1);
  });

  it('opens a chat with a click and with Enter’s click', async () => {
    const { row } = await open();
    await row(lucia).get('[data-part="open"]').trigger('click');
    expect(useChatsStore().selectedId).toBe(lucia);
    expect(row(lucia).get('[data-part="open"]').attributes('aria-current')).toBe('true');
  });

  it('accepts and declines an invitation in place, once', async () => {
    const { bridge, row } = await open();
    const join = row('0001Da9PFC930015')
      .findAll('button')
      .find((one) => one.text() === 'Join');
    await Promise.all([join?.trigger('click'), join?.trigger('click')]);
    expect(bridge.asked.filter(({ name }) => name === 'chats.accept')).toHaveLength(1);
  });

  it('finds by customer, agent and last line, without minding accents', async () => {
    const { wrapper, order } = await open();
    const search = wrapper.get('input');
    await search.setValue('fernandez');
    expect(order()).toEqual(['14']);
    await search.setValue('jonas');
    expect(order()).toEqual(['15', '13', '16']);
    await search.setValue('nobody of that name');
    expect(wrapper.text()).toContain('Nothing matches');
  });

  it('says what to do when nobody is watched', async () => {
    const { wrapper } = await open({ ...busyFloor(now), chats: [], transcripts: [], watches: [] });
    await wrapper.get('button').trigger('click');
    expect(wrapper.text()).toContain('Watch an agent');
    expect(wrapper.emitted('goToAgents')).toHaveLength(1);
  });

  it('draws only what is in sight of two hundred chats', async () => {
    const { rows } = await open(crowdedFloor(now, 50, 200));
    expect(rows().length).toBeGreaterThan(8);
    expect(rows().length).toBeLessThan(40);
  });
});
