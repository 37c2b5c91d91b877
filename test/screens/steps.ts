import type { Chat, Mode } from '../../preload/contract';
import { busyFloor } from '../support/renderer/busy-floor';
import { chatIds } from '../support/renderer/preview/floors';
import type { SceneLocator, ScenePage } from './scene-page';

/** What a person or main does to bring a screen into a state; all of it works in every language. */

export const openChat =
  (chatId: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.move('push', 'shell.action', { type: 'openChat', chatId });
    await page.locator('main h1').first().waitFor();
  };

/** What is left of the monitoring budget, in milliseconds: of the coached chat, and of the agents' day. */
export const budgetLeft =
  ({ coached, agents: ofAgents }: { readonly coached: number; readonly agents: number }) =>
  async (page: ScenePage): Promise<void> => {
    const agentIds = busyFloor(0).agents.map(({ id }) => id);
    const agentBudgets = agentIds.map((agentId, at) => {
      const leftMs = at % 3 === 0 ? ofAgents : at % 3 === 1 ? 0 : 90_000;
      const chatsLeft = at === 2 ? 0 : null;
      return { agentId, usedMs: 0, chatCount: 1, leftMs, endsAt: null, chatsLeft, isAtLeast: at % 2 === 1 };
    });
    const chat = { chatId: chatIds.coached, leftMs: coached, endsAt: null, isInGrace: coached === 0 };
    const step = { step: 'warned', limit: 'agentMinutes', agentId: agentIds[0] ?? null, chatId: null, minutesLeft: 5 };
    const state = { isOn: true, at: 0, agents: agentBudgets, chats: [chat], steps: [] };
    await page.move('push', 'budget.changed', state);
    await page.move('push', 'budget.changed', { ...state, steps: [{ ...step, number: 1 }] });
  };

export const budgetSettings = async (page: ScenePage): Promise<void> => {
  await page.getByTestId('budget').scrollIntoViewIfNeeded();
};

/** Holds a key until it has opened a layer. */
export const holdKey =
  (key: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.keyboard.down(key);
    await layer(page);
    await page.keyboard.up(key);
  };

export const keys =
  (...presses: readonly string[]) =>
  async (page: ScenePage): Promise<void> => {
    for (const press of presses) await page.keyboard.press(press);
  };

export const inTurn =
  (...steps: readonly ((page: ScenePage) => Promise<void>)[]) =>
  async (page: ScenePage): Promise<void> => {
    for (const step of steps) await step(page);
  };

export const agents = keys('Control+2');
export const wall = keys('Control+3');
export const wallOf = (tileCount: number, fill = 'attention'): Record<string, unknown> => ({
  wall: { tileCount, fill, pinned: [] },
});
export const focusOnWall =
  (chatId: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.locator(`[data-tile][data-chat="${chatId}"]`).focus();
  };
export const press =
  (testId: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.getByTestId(testId).click();
    await page.locator('[data-layer]').first().waitFor();
  };
const team = {
  ...{ id: 'night', name: 'Night team', agentIds: [], directoryGroups: ['Billing', 'Retention'] },
  ...{ mode: 'coach', scope: 'allChats', nickname: 'Care team' },
};
const orders = { ...team, id: 'orders', name: 'Orders', directoryGroups: ['Orders'], mode: 'monitor', nickname: '' };
export const teams = { watchGroups: [team, orders] };

/** Types into whatever has the focus. */
export const write =
  (text: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.keyboard.insertText(text);
  };
export const seen =
  (testId: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.getByTestId(testId).first().waitFor();
  };
/** The next command of that name fails so. */
export const failing =
  (command: string, code: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.move('failNext', command, code);
  };
/** Types key by key, so that a sentence is under way. */
export const type =
  (text: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.keyboard.type(text);
  };
/** A name for all that are chosen, in the bar below the agents. */
export const nameChosen =
  (name: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.getByTestId('selection-name').fill(name);
    await page.getByRole('alert').waitFor();
  };
export const watchChosen =
  (mode: Mode) =>
  async (page: ScenePage): Promise<void> => {
    await page.getByTestId(`watch-chosen-${mode}`).click();
    await page.getByTestId('confirm-many').waitFor();
  };
/** The server ends the chat or changes its mode. */
export const change =
  (chatId: string, part: Partial<Chat>) =>
  async (page: ScenePage): Promise<void> => {
    await page.move('changeChat', chatId, part);
  };
/** Another window barges in, and the server confirms. */
export const bargedInElsewhere =
  (chatId: string) =>
  async (page: ScenePage): Promise<void> => {
    await page.move('invoke', 'chats.bargeIn', { requestId: 'elsewhere', chatId });
  };
/** A sentence whose readers changed waits for a choice. */
export const held = async (page: ScenePage): Promise<void> => {
  await page.locator('[data-testid="composer"][data-state="held"]').waitFor();
};
/** A layer that was asked for is there. */
export const layer = async (page: ScenePage): Promise<void> => {
  await page.locator('[data-layer]').first().waitFor();
};
/** The contents of the side panel, even if it has no space next to the chat. */
export const inSidePanel =
  (step: (panel: SceneLocator, page: ScenePage) => Promise<void>) =>
  async (page: ScenePage): Promise<void> => {
    const panel = page.getByTestId('side-panel');
    if (!(await panel.isVisible())) await page.keyboard.press('Control+.');
    await panel.waitFor();
    await step(panel, page);
  };
export const editDatum = inSidePanel(async (panel) => {
  await panel.locator('[data-edit]').first().click();
  await panel.locator('textarea').waitFor();
});
/** Deleting is undone from the toast. */
export const deleteCustomerField = inSidePanel(async (panel, page) => {
  await panel.locator('[data-key] button').nth(2).click();
  await page.locator('.toast').waitFor();
});
export const toPastEntries = inSidePanel(async (panel, page) => {
  await panel.locator('button.past').first().click();
  await page.getByTestId('past-chat').waitFor();
});
/** As a screen reader presses: nothing is held. */
export const askToBargeIn = async (page: ScenePage): Promise<void> => {
  await page.locator('button[data-mode="bargeIn"]').dispatchEvent('click');
  await layer(page);
};
