import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import type { BudgetState, BudgetStep } from '../../../../preload/contract';
import { agentBudgetLabel, chatBudgetLabel } from '../../../../renderer/domain/lists/budget-label';
import BudgetGroup from '../../../../renderer/features/settings/BudgetGroup.vue';
import { useBudgetStore } from '../../../../renderer/stores/budget.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);

freezeTime(now);

const step = (number: number, more: Partial<BudgetStep> = {}): BudgetStep => ({
  ...{ number, step: 'warned', limit: 'agentMinutes', agentId: null, chatId: null, minutesLeft: 5 },
  ...more,
});
const state = (...steps: readonly BudgetStep[]): BudgetState => ({ isOn: true, at: now, agents: [], chats: [], steps });

it('shows the limits only while they are on, and stores each as a number or as none', async () => {
  const { wrapper, bridge } = mountOnFloor(BudgetGroup, { snapshot: attentiveFloor(now) });
  expect(wrapper.text()).not.toContain('Per chat');
  await wrapper.get('button[role="switch"]').trigger('click');
  await flushPromises();
  expect(bridge.settings.monitoringBudget).toMatchObject({ isOn: true, minutesPerAgentDay: 60 });
});

it('shows each step once, and none that is older than the window', async () => {
  const { bridge } = mountOnFloor(BudgetGroup, {
    snapshot: attentiveFloor(now),
    prepare: (fake) => {
      fake.journal.budget = state(step(1));
    },
  });
  useBudgetStore().follow();
  await flushPromises();
  const shown = () => useToastsStore().toasts.map(({ key, values }) => [key, values['n']]);
  expect(shown()).toEqual([]);
  bridge.push('budget.changed', state(step(1), step(2)));
  bridge.push('budget.changed', state(step(1), step(2), step(3, { step: 'left', minutesLeft: null })));
  expect(shown()).toEqual([
    ['budget.toast.warned.agentMinutes', 5],
    ['budget.toast.left', 0],
  ]);
});

it('counts down between two states of main', () => {
  mountOnFloor(BudgetGroup, { snapshot: attentiveFloor(now) });
  const budgets = useBudgetStore();
  expect(budgets.leftMs({ leftMs: 90_000, endsAt: now + 60_000 })).toBe(60_000);
  expect(budgets.leftMs({ leftMs: 90_000, endsAt: null })).toBe(90_000);
  expect(budgets.leftMs({ leftMs: 90_000, endsAt: now - 1 })).toBe(0);
});

it('says what is left, that it is a maximum where the day is not known, and that nothing is left', () => {
  const agent = { agentId: 'a', usedMs: 0, chatCount: 0, leftMs: 0, endsAt: null, chatsLeft: null, isAtLeast: false };
  const chat = { chatId: 'c', leftMs: 0, endsAt: null, isInGrace: false };
  expect(agentBudgetLabel(agent, 600_000)).toMatchObject({ key: 'time', isLow: false });
  expect(agentBudgetLabel({ ...agent, isAtLeast: true }, 200_000)).toMatchObject({ key: 'atMost', isLow: true });
  expect(agentBudgetLabel(agent, 0)?.key).toBe('used');
  expect(agentBudgetLabel({ ...agent, chatsLeft: 0 }, 600_000)).toMatchObject({ key: 'chats', isLow: true });
  expect(agentBudgetLabel(agent, null)).toBeNull();
  expect(chatBudgetLabel(chat, null)).toBeNull();
  expect(chatBudgetLabel({ ...chat, isInGrace: true }, 0)?.key).toBe('grace');
  expect(chatBudgetLabel(chat, 0)?.key).toBe('used');
});
