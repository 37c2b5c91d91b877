import type { Page } from 'playwright-core';
import { chatIds } from '../support/renderer/preview/floors';
import type { Scene } from './scene';

/** The fake main behind the page, as far as scenes move it. */
interface MovableBridge {
  push(name: string, payload: unknown): void;
  failNext: Map<string, string>;
}

function push(page: Page, name: string, payload: unknown): Promise<void> {
  return page.evaluate(
    ([pushed, content]) => {
      const { bridge } = window as unknown as { bridge: MovableBridge };
      bridge.push(pushed as string, content);
    },
    [name, payload],
  );
}

const openChat =
  (chatId: string) =>
  async (page: Page): Promise<void> => {
    await push(page, 'shell.intent', { type: 'openChat', chatId });
    await page.locator('main h1').first().waitFor();
  };

const keys =
  (...presses: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const press of presses) await page.keyboard.press(press);
  };

const inTurn =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };

const agents = keys('Control+2');
const wall = keys('Control+3');
const wallOf = (tileCount: number, fill = 'attention'): Record<string, unknown> => ({
  wall: { tileCount, fill, pinned: [] },
});
const focusOnWall =
  (chatId: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(`[data-tile][data-chat="${chatId}"]`).focus();
  };
const press =
  (testId: string) =>
  async (page: Page): Promise<void> => {
    await page.getByTestId(testId).click();
    await page.locator('[data-layer]').first().waitFor();
  };
const team = {
  ...{ id: 'night', name: 'Night team', agentIds: [], directoryGroups: ['Billing', 'Retention'] },
  ...{ mode: 'coach', scope: 'allChats', nickname: 'Care team' },
};
const orders = { ...team, id: 'orders', name: 'Orders', directoryGroups: ['Orders'], mode: 'monitor', nickname: '' };
const teams = { watchGroups: [team, orders] };

/** Every screen in every state it has. */
export const scenes: readonly Scene[] = [
  { screen: 'sign-in', state: 'new', floor: 'signed-out' },

  { screen: 'chats', state: 'empty', floor: 'empty' },
  { screen: 'chats', state: 'waiting', floor: 'waiting' },
  { screen: 'chats', state: 'loading', floor: 'loading' },
  { screen: 'chats', state: 'none-open', floor: 'busy' },
  { screen: 'chats', state: 'silent', floor: 'busy', arrange: openChat(chatIds.silent) },
  { screen: 'chats', state: 'coach', floor: 'busy', arrange: openChat(chatIds.coached) },
  { screen: 'chats', state: 'barge-in', floor: 'busy', arrange: openChat(chatIds.bargedIn) },
  { screen: 'chats', state: 'invited', floor: 'busy', arrange: openChat(chatIds.invited) },
  { screen: 'chats', state: 'ended', floor: 'busy', arrange: openChat(chatIds.ended) },
  { screen: 'chats', state: 'gap', floor: 'gap', arrange: openChat(chatIds.coached) },
  { screen: 'chats', state: 'stale', floor: 'stale', arrange: openChat(chatIds.coached) },
  { screen: 'chats', state: 'offline', floor: 'offline', arrange: openChat(chatIds.bargedIn) },
  { screen: 'chats', state: 'crowded', floor: 'crowded', arrange: openChat(chatIds.coached) },
  {
    screen: 'chats',
    state: 'compact',
    floor: 'busy',
    settings: { density: 'compact' },
    arrange: openChat(chatIds.coached),
  },
  { screen: 'chats', state: 'long-message', floor: 'hostile', arrange: openChat(chatIds.longText) },
  { screen: 'chats', state: 'many-lines', floor: 'hostile', arrange: openChat(chatIds.manyLines) },

  { screen: 'agents', state: 'empty', floor: 'loading', arrange: agents },
  { screen: 'agents', state: 'busy', floor: 'busy', arrange: agents },
  { screen: 'agents', state: 'teams', floor: 'busy', settings: teams, arrange: agents },
  {
    screen: 'agents',
    state: 'new-team',
    floor: 'busy',
    settings: teams,
    arrange: inTurn(agents, press('new-team')),
  },
  { screen: 'agents', state: 'chosen', floor: 'busy', settings: teams, arrange: inTurn(agents, keys('Control+a')) },
  { screen: 'watched', state: 'some', floor: 'busy', settings: teams, arrange: press('watched-agents') },
  { screen: 'watched', state: 'nobody', floor: 'waiting', arrange: press('watched-agents') },
  { screen: 'channels', state: 'open', floor: 'busy', arrange: press('own-channels') },
  { screen: 'agents', state: 'crowded', floor: 'crowded', arrange: agents },
  { screen: 'agents', state: 'stale', floor: 'stale', arrange: agents },
  { screen: 'agents', state: 'long-names', floor: 'hostile', arrange: agents },

  { screen: 'wall', state: 'empty', floor: 'empty', arrange: wall },
  { screen: 'wall', state: 'loading', floor: 'loading', arrange: wall },
  { screen: 'wall', state: 'busy', floor: 'busy', arrange: wall },
  { screen: 'wall', state: 'coach', floor: 'busy', arrange: inTurn(wall, focusOnWall(chatIds.coached)) },
  { screen: 'wall', state: 'stale', floor: 'stale', arrange: wall },
  { screen: 'wall', state: 'by-hand', floor: 'busy', settings: wallOf(4, 'byHand'), arrange: wall },
  {
    screen: 'wall',
    state: 'crowded',
    floor: 'crowded',
    settings: wallOf(24),
    arrange: inTurn(wall, focusOnWall(chatIds.coached)),
  },
  { screen: 'wall', state: 'long-names', floor: 'hostile', settings: wallOf(12), arrange: wall },

  { screen: 'settings', state: 'chosen', floor: 'busy', arrange: keys('Control+,') },
  { screen: 'keys', state: 'open', floor: 'busy', arrange: inTurn(openChat(chatIds.coached), keys('Shift+?')) },
];
