import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import AgentsScreen from '../../../../renderer/features/agents/AgentsScreen.vue';
import type { Snapshot } from '../../../../preload/contract';
import { useQuestionStore } from '../../../../renderer/stores/question.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, giveLayout, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);

freezeTime(now);
giveLayout(800, 1200);

async function open(snapshot: Snapshot = busyFloor(now)) {
  const floor = mountOnFloor(AgentsScreen, { snapshot, now: () => now });
  await flushPromises();
  await vi.advanceTimersByTimeAsync(50);
  const row = (name: string) => {
    const found = floor.wrapper.findAll('[role="row"]').find((one) => one.text().includes(name));
    if (found === undefined) throw new Error(`the floor shows ${name}`);
    return found;
  };
  const button = (label: string) => floor.wrapper.get(`button[aria-label="${label}"]`);
  return { ...floor, row, button };
}

describe('the floor', () => {
  it('says "Not loaded yet" and never "No chats" of an agent whose chats were not read', async () => {
    const snapshot = busyFloor(now);
    const agents = snapshot.agents.map((agent) =>
      agent.name === 'Marek Novák' ? { ...agent, chats: null, chatsNotReadYet: true as const } : agent,
    );
    const { row } = await open({ ...snapshot, agents });
    expect(row('Marek').text()).toContain('Not loaded yet');
    expect(row('Marek').text()).not.toContain('No chats');
    expect(row('佐藤').text()).toContain('Not available');
  });

  it('says how old the list is once it can no longer be read', async () => {
    const snapshot = busyFloor(now);
    const { wrapper } = await open(snapshot);
    expect(wrapper.find('[data-testid="agents-age"]').exists()).toBe(false);
    wrapper.unmount();
    const sources = {
      requests: { lastSuccessAt: null, failingSince: null },
      agents: { lastSuccessAt: now - 75_000, failingSince: now - 60_000 },
    };
    const aged = await open({ ...snapshot, connection: { ...snapshot.connection, sources } });
    expect(aged.wrapper.get('[data-testid="agents-age"]').text()).toMatch(/^As of \d\d:\d\d \(1 min 15 s ago\)$/);
  });

  it.each([
    { ageMs: 20_000, shown: false },
    { ageMs: 75_000, shown: true },
  ])('says the age of a list that was read $ageMs ms ago, without a warning: $shown', async ({ ageMs, shown }) => {
    const snapshot = busyFloor(now);
    const sources = {
      requests: { lastSuccessAt: null, failingSince: null },
      agents: { lastSuccessAt: now - ageMs, failingSince: null },
    };
    const { wrapper } = await open({ ...snapshot, connection: { ...snapshot.connection, sources } });
    const ages = wrapper.findAll('[data-testid="agents-age"]');
    expect(ages.map((age) => age.classes('failing'))).toEqual(shown ? [false] : []);
  });

  it('asks to watch in the usual way, and shows it only when the server accepted it', async () => {
    const { bridge, settle, row, button } = await open();
    await button('Watch Marek Novák').trigger('click');
    await flushPromises();
    expect(bridge.asked.filter(({ name }) => name === 'agents.watch').map(({ request }) => request)).toMatchObject([
      { mode: 'monitor', scope: 'allChats' },
    ]);
    expect(row('Marek').text()).toContain('Starting…');
    await settle();
    expect(row('Marek').text()).toContain('Monitor · all chats');
  });

  it('asks once, however often the button is pressed', async () => {
    const { bridge, button } = await open();
    const watch = button('Watch Marek Novák');
    await Promise.all([watch.trigger('click'), watch.trigger('click')]);
    await flushPromises();
    expect(bridge.asked.filter(({ name }) => name === 'agents.watch')).toHaveLength(1);
  });

  it('stops a watch', async () => {
    const { wrapper, settle, row, button } = await open();
    await button('Stop watching Ana Ruiz').trigger('click');
    await flushPromises();
    expect(row('Ana Ruiz').text()).toContain('Stopping…');
    await settle();
    expect(wrapper.find('button[aria-label="Watch Ana Ruiz"]').exists()).toBe(true);
  });

  it('says which watches are being renewed and which were lost', async () => {
    const floor = busyFloor(now);
    const watches = floor.watches.map((watch, place) => (place === 1 ? { ...watch, state: 'lost' as const } : watch));
    const { row } = await open({ ...floor, watches });
    expect(row('Jonas Weber').text()).toContain('Resuming…');
    expect(row('Priya Shah').text()).toContain('No longer watched');
  });

  it('says what the server does not tell', async () => {
    const { row } = await open();
    expect(row('佐藤').text()).toContain('Not available');
    expect(row('Wilhelmina').text()).toContain('No chats');
  });

  it('watches all that were chosen with Shift', async () => {
    const { wrapper, bridge, row } = await open();
    await row('Ana Ruiz').trigger('click');
    await row('Marek').trigger('click', { shiftKey: true });
    expect(wrapper.get('[role="region"]').text()).toContain('3 agents selected');
    await wrapper
      .findAll('[role="region"] button')
      .find((one) => one.text() === 'Coach')
      ?.trigger('click');
    await flushPromises();
    const watched = () => bridge.asked.filter(({ name }) => name === 'agents.watch').map(({ request }) => request);
    expect(watched()).toEqual([]);
    useQuestionStore().question?.answer(true);
    await flushPromises();
    const asked = watched();
    expect(asked).toHaveLength(3);
    expect(asked).toMatchObject(Array.from({ length: 3 }, () => ({ mode: 'coach', scope: 'allChats' })));
  });

  it('walks, stretches and chooses with the keyboard', async () => {
    const { wrapper } = await open();
    const list = wrapper.get('[data-testid="agent-list"]');
    for (const [key, shiftKey] of [
      ['ArrowDown', false],
      ['ArrowDown', false],
      [' ', false],
      ['ArrowDown', true],
    ] as const) {
      await list.trigger('keydown', { key, shiftKey });
    }
    const chosen = wrapper.findAll('[role="row"][aria-selected="true"]').map((one) => one.text());
    expect(chosen).toHaveLength(2);
    expect(chosen[0]).toContain('Jonas Weber');
    expect(chosen[1]).toContain('Marek');
    await list.trigger('keydown', { key: 'Escape' });
    expect(wrapper.findAll('[role="row"][aria-selected="true"]')).toHaveLength(0);
  });

  it('keeps what is chosen while a search hides it, and says so', async () => {
    const { wrapper, row } = await open();
    await row('Ana Ruiz').trigger('click');
    await row('Priya').trigger('click', { ctrlKey: true });
    await wrapper.get('[role="searchbox"]').setValue('novak');
    expect(wrapper.get('[role="region"]').text()).toContain('2 agents selected');
    expect(wrapper.get('[role="region"]').text()).toContain('2 not shown');
  });

  it('says that nobody matches, and leads back to everybody', async () => {
    const { wrapper } = await open();
    await wrapper.get('[role="searchbox"]').setValue('nobody at all');
    expect(wrapper.text()).toContain('No matching agents');
    await wrapper
      .findAll('button')
      .find((one) => one.text() === 'Show all agents')
      ?.trigger('click');
    expect(wrapper.findAll('[role="row"][aria-selected]')).toHaveLength(6);
  });

  it.each([
    ['connecting', 'Loading agents…'],
    ['live', 'No agents'],
    ['offline', 'Couldn’t load agents'],
  ] as const)('without agents, while %s, it says: %s', async (phase, words) => {
    const floor = busyFloor(now);
    const { wrapper } = await open({ ...floor, agents: [], connection: { ...floor.connection, phase } });
    expect(wrapper.text()).toContain(words);
  });

  it('opens a chat that is followed instead of joining it again', async () => {
    const { wrapper, bridge } = await open();
    await wrapper.get('button[title="Kim Delacroix"]').trigger('click');
    expect(wrapper.emitted('openChat')).toEqual([['0001Da9PFC93000S']]);
    expect(bridge.asked.map(({ name }) => name)).not.toContain('chats.intrude');
  });

  it('draws only the rows in sight of two thousand', async () => {
    const floor = busyFloor(now);
    const [one] = floor.agents;
    if (one === undefined) throw new Error('the busy floor has agents');
    const agents = Array.from({ length: 2_000 }, (_, place) => ({
      ...one,
      id: `agent-${place}`,
      name: `Agent ${place}`,
    }));
    const { wrapper } = await open({ ...floor, agents });
    const drawn = wrapper.findAll('[role="row"][aria-selected]').length;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(60);
    expect(wrapper.get('[data-testid="agent-list"]').attributes('aria-rowcount')).toBe('2001');
  });
});
