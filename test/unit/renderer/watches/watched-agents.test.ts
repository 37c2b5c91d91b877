import { flushPromises } from '@vue/test-utils';
import { TooltipProvider } from 'reka-ui';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import type { Watch, WatchTeam } from '../../../../preload/contract';
import WatchedAgents from '../../../../renderer/features/watches/WatchedAgents.vue';
import { useAgentsStore } from '../../../../renderer/stores/agents.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const at = Date.UTC(2026, 10, 22, 21, 0);

async function opened(mode: WatchTeam['mode'] = 'monitor') {
  const snapshot = busyFloor(at);
  const [first, second, third] = snapshot.agents.map(({ id }) => id) as [string, string, string];
  const loud: Watch = {
    agentId: second,
    mode: 'coach',
    scope: 'nextChat',
    nickname: 'Jo',
    media: ['chat'],
    state: 'active',
    since: at,
  };
  const host = defineComponent(() => () => h(TooltipProvider, null, { default: () => h(WatchedAgents) }));
  const mounted = mountOnFloor(host, { snapshot: { ...snapshot, watches: [loud] } });
  const settings = useSettingsStore();
  const group: WatchTeam = {
    id: 'nights',
    name: 'Nights',
    agentIds: [first, second, third],
    directoryGroups: [],
    mode,
    scope: 'allChats',
    nickname: '',
  };
  settings.settings = { ...settings.settings, watchGroups: [group] };
  const trigger = document.querySelector<HTMLElement>('[data-testid="watched-agents"]')!;
  trigger.focus();
  trigger.click();
  await flushPromises();
  const team = (): HTMLElement => document.querySelector<HTMLElement>('.groups .group')!;
  const watches = () =>
    useAgentsStore()
      .watches.map(({ agentId, mode: how, scope }) => [agentId, how, scope])
      .toSorted();
  return { ...mounted, trigger, team, watches, ids: [first, second, third] as const, loud };
}

describe('the list of who is watched', () => {
  it('closes when a team was watched, says so, and takes it back as it was before', async () => {
    const { trigger, team, watches, ids, settle } = await opened();
    team().click();
    await flushPromises();
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(document.querySelector('.groups')).toBeNull();
    expect(document.activeElement).toBe(trigger);
    expect(watches()).toEqual(ids.map((id) => [id, 'monitor', 'allChats']).toSorted());
    const [toast] = useToastsStore().toasts;
    expect(toast).toMatchObject({ tone: 'done', key: 'watching.group.watched.monitor', values: { n: 3 } });
    toast?.undo?.();
    await flushPromises();
    await settle();
    expect(watches()).toEqual([[ids[1], 'coach', 'nextChat']]);
  });

  it('leaves alone, when taking back, who was watched otherwise since', async () => {
    const { team, watches, ids, settle } = await opened();
    team().click();
    await flushPromises();
    await settle();
    void useAgentsStore().watch({ agentId: ids[0], mode: 'bargeIn', scope: 'allChats', nickname: '' });
    await flushPromises();
    await settle();
    useToastsStore().toasts[0]?.undo?.();
    await flushPromises();
    await settle();
    expect(watches()).toEqual(
      [
        [ids[0], 'bargeIn', 'allChats'],
        [ids[1], 'coach', 'nextChat'],
      ].toSorted(),
    );
  });
});
