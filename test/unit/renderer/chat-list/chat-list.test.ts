import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../../preload/contract';
import ChatList from '../../../../renderer/features/chat-list/ChatList.vue';
import { useAttentionStore } from '../../../../renderer/stores/attention.store';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { attentionFor, attentiveFloor } from '../../../support/renderer/attentive-floor';
import { busyFloor, crowdedFloor } from '../../../support/renderer/busy-floor';
import { afterAnswers, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';
const lucia = '0001Da9PFC930014';
const orphan = '0001Da9PFC9300ZZ';
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

async function open(snapshot: Snapshot = attentiveFloor(now)) {
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
    luciaNeeds: async () => {
      const attention = attentionFor(
        lucia,
        { rule: 'customerWaiting', severity: 'hot', since: now - 600_000 },
        { rule: 'escalationWords', severity: 'hot', words: 'queja', count: 1, since: now },
      );
      bridge.tell({ type: 'attentionChanged', chatId: lucia, attention });
      await afterAnswers(wrapper);
    },
    stabiliseOrder: async () => {
      await vi.advanceTimersByTimeAsync(5_100);
      await afterAnswers(wrapper);
    },
  };
}

describe('the chat list', () => {
  it('puts invitations on top, then who needs a person, orphans first, and what ended below', async () => {
    const { order } = await open();
    expect(order()).toEqual(['15', 'ZZ', '0S', '12', '11', '14', '13', '16']);
  });

  it('says of each chat who, by whom, how, since when and what', async () => {
    const { row } = await open();
    expect(row(kim).text()).toContain('Waiting a long time: 3:48');
    expect(row(kim).text()).toContain('Coaching');
    expect(row(kim).text()).toContain('Ana Ruiz · Billing');
    expect(row(kim).text()).toContain('So when do I get it back?');
    expect(row(lucia).text()).toContain('Ana');
    expect(row(lucia).text()).not.toContain('waiting');
  });

  it('moves a chat that comes to need attention at once', async () => {
    const { order, luciaNeeds, stabiliseOrder } = await open();
    expect(order()).toEqual(['15', 'ZZ', '0S', '12', '11', '14', '13', '16']);
    await luciaNeeds();
    expect(order()).toEqual(['15', 'ZZ', '14', '0S', '12', '11', '13', '16']);
    await stabiliseOrder();
    expect(order()).toEqual(['15', 'ZZ', '14', '0S', '12', '11', '13', '16']);
  });

  it('leaves the row under the pointer where it is', async () => {
    const { order, row, luciaNeeds, stabiliseOrder } = await open();
    await row(kim).trigger('pointermove');
    await luciaNeeds();
    await stabiliseOrder();
    expect(order()).toEqual(['15', 'ZZ', '0S', '14', '12', '11', '13', '16']);
  });

  it('leaves the row with the focus where it is', async () => {
    const { order, row, luciaNeeds, stabiliseOrder } = await open();
    row(kim).get<HTMLElement>('[data-part="open"]').element.focus();
    await luciaNeeds();
    await stabiliseOrder();
    expect(order().indexOf('0S')).toBe(2);
  });

  it('answers what came above the held row by the scroll position, with no row on its way meanwhile', async () => {
    const { wrapper, bridge, row } = await open();
    row(kim).get<HTMLElement>('[data-part="open"]').element.focus();
    const viewport = wrapper.get<HTMLElement>('.viewport').element;
    const answers: [number, boolean][] = [];
    Object.defineProperty(viewport, 'scrollTop', {
      get: () => 300,
      set: (top: number) => void answers.push([top, viewport.classList.contains('still')]),
    });
    const invited = bridge.snapshot.chats.find(({ state }) => state === 'invited');
    if (invited === undefined) throw new Error('somebody is invited');
    bridge.tell({ type: 'chatRemoved', chatId: invited.id });
    await afterAnswers(wrapper);
    // The row keeps its place in the order; the headings of the invitations and of its own group went from above it, 28 px each.
    expect(answers).toEqual([[244, true]]);
    expect(viewport.classList.contains('still')).toBe(false);
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
    expect(order()).toEqual(['15', 'ZZ', '13', '16']);
    await search.setValue('nobody of that name');
    expect(wrapper.text()).toContain('No matching chats');
  });

  it('says what to do when nobody is watched', async () => {
    const { wrapper } = await open({ ...busyFloor(now), chats: [], transcripts: [], watches: [] });
    await wrapper.findAll('button').at(-1)?.trigger('click');
    expect(wrapper.text()).toContain('Watch an agent');
    expect(wrapper.emitted('goToAgents')).toHaveLength(1);
  });

  it('draws only what is in sight of two hundred chats', async () => {
    const { rows } = await open(crowdedFloor(now, 50, 200));
    expect(rows().length).toBeGreaterThan(8);
    expect(rows().length).toBeLessThan(40);
  });

  it('says of how many chats how many need a person, and why each of them does', async () => {
    const { wrapper, row } = await open();
    expect(wrapper.get('[data-testid="needs-you"]').text()).toBe('Needs attention');
    expect(wrapper.get('[data-testid="needs-you-count"]').text()).toBe('4 of 6 · 1 not joined');
    const chips = (id: string) => row(id).findAll('[data-part="reason"]');
    expect(chips(kim).map((chip) => chip.text())).toEqual(['Urgent:Waiting 3:48', 'Said 3 times']);
    expect(row(kim).text()).toContain('+2');
    expect(chips('0001Da9PFC930011').map((chip) => chip.text())).toEqual(['“cancel my account”']);
    expect(row('0001Da9PFC930012').text()).toContain('Messages missing');
    expect(chips(lucia)).toEqual([]);
  });

  it('says that nobody needs anybody', async () => {
    const { wrapper } = await open({ ...attentiveFloor(now), attention: [], watches: [] });
    expect(wrapper.get('[data-testid="needs-you"]').text()).toBe('Nothing needs attention');
    expect(wrapper.get('[data-testid="needs-you-count"]').text()).toBe('5 chats');
  });

  it('claims it of nobody while active chats of watched agents are not joined', async () => {
    const { wrapper } = await open({ ...attentiveFloor(now), attention: [] });
    expect(wrapper.get('[data-testid="needs-you"]').text()).toBe('Needs attention');
    expect(wrapper.get('[data-testid="needs-you-count"]').text()).toMatch(/^0 of 5 · \d+ not joined$/u);
  });

  it('lets clocks stand still while the floor is not live', async () => {
    const floor = attentiveFloor(now);
    const connection = {
      phase: 'stale',
      reason: 'noAnswer',
      lastSuccessAt: now - 30_000,
      nextAttemptAt: null,
    } as const;
    const { row, wrapper } = await open({ ...floor, connection });
    expect(row(kim).text()).toContain('Waiting 3:18');
    expect(wrapper.get('[data-testid="needs-you-count"]').text()).toContain('As of');
  });

  it('says which row moved, and aloud who needs a person now', async () => {
    const { wrapper, row, luciaNeeds } = await open();
    await luciaNeeds();
    expect(row(lucia).text()).toContain('Waiting 10:00');
    expect(row(lucia).attributes('data-group')).toBe('needsYou');
    expect(row(lucia).text()).toContain('Moved up');
    expect(row(kim).text()).not.toContain('moved');
    expect(wrapper.get('p[role="status"]').text()).toContain('Lucía Fernández needs attention');
  });

  it('marks as seen to, and brings back', async () => {
    const { bridge, row } = await open();
    await row(kim).get('[data-part="see-to"]').trigger('click');
    expect(bridge.asked.at(-1)).toEqual({
      name: 'attention.acknowledge',
      request: { chatId: kim, rules: ['customerWaiting', 'repeated', 'watchedWords', 'longHandling'] },
    });
    expect(row(kim).text()).toContain('Handled');
    expect(row(lucia).get('[data-part="bring-back"]').attributes('aria-label')).toContain('“paquete”');
    await row(lucia).get('[data-part="bring-back"]').trigger('click');
    expect(row(lucia).text()).toContain('“paquete”');
  });

  it('offers to join, silently, a chat that nobody serves', async () => {
    const { bridge, row } = await open();
    await row(orphan).get('[data-part="open"]').trigger('click');
    expect(bridge.asked.at(-1)).toMatchObject({
      name: 'chats.intrude',
      request: { chatId: orphan, agentId: 'user-agent-jonas-weber', mode: 'monitor' },
    });
  });

  it('goes down the urgent chats one by one, and hands over the way into one that must be joined', async () => {
    const { wrapper } = await open();
    const attention = useAttentionStore();
    expect(attention.goToNext()).toBe(true);
    await afterAnswers(wrapper);
    expect(document.activeElement?.closest('[data-chat]')?.getAttribute('data-chat')).toBe(orphan);
    expect(useChatsStore().selectedId).toBeNull();
    const visited = [1, 2, 3].map(() => (attention.goToNext(), useChatsStore().selectedId?.slice(-2)));
    expect(visited).toEqual(['0S', '12', '11']);
  });
});
