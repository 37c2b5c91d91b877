import { initialSettings } from '../../preload/contract/setting-records';
import { chatIds } from '../support/renderer/preview/floors';
import type { Scene } from './scene';
import type { ScenePage } from './scene-page';
import {
  agents,
  askToBargeIn,
  budgetLeft,
  budgetSettings,
  bargedInElsewhere,
  change,
  deleteCustomerField,
  editDatum,
  failing,
  focusOnWall,
  held,
  holdKey,
  inTurn,
  keys,
  layer,
  nameChosen,
  openChat,
  press,
  toPastEntries,
  seen,
  teams,
  type,
  wall,
  wallOf,
  watchChosen,
  write,
} from './steps';

const inCoachedChat = (...presses: readonly string[]) => inTurn(openChat(chatIds.coached), keys(...presses), layer);
const inChatBargedInto = (...presses: readonly string[]) => inTurn(openChat(chatIds.bargedIn), keys(...presses), layer);
const tuning = async (page: ScenePage): Promise<void> => {
  await page.getByTestId('tune').click();
  await page.locator('main h1').first().waitFor();
};
const openPhrases = async (page: ScenePage): Promise<void> => {
  const list = page.locator('details[data-list="escalationWords"]');
  await list.locator('summary').click();
  const isArabic = (await page.locator('html').getAttribute('dir')) === 'rtl';
  await list.locator('.find input').fill(isArabic ? 'مدير' : 'boss');
  await list.scrollIntoViewIfNeeded();
};
const toAdministration = async (page: ScenePage): Promise<void> => {
  await page.getByTestId('administrator').scrollIntoViewIfNeeded();
};
const showAllSettings = async (page: ScenePage): Promise<void> => {
  await page.getByTestId('administrator').getByRole('button').click();
  await layer(page);
};
const showDelivery = async (page: ScenePage): Promise<void> => {
  await page.locator('[data-part="sound"]').scrollIntoViewIfNeeded();
};
const showSounds = async (page: ScenePage): Promise<void> => {
  await page.locator('[data-rule="newAgent"]').scrollIntoViewIfNeeded();
};
const audibleAlerts = {
  alerts: {
    ...initialSettings.alerts,
    levels: { ...initialSettings.alerts.levels, customerWaiting: 'sound', threats: 'sound', danger: 'insistent' },
    sounds: { ...initialSettings.alerts.sounds, threats: 'marimba', danger: 'bell' },
  },
};
const search = (text: string) => inTurn(keys('Control+Shift+k'), write(text));

/** Every screen in every state it has. */
export const scenes: readonly Scene[] = [
  { screen: 'sign-in', state: 'new', floor: 'signed-out' },
  { screen: 'sign-in', state: 'no-secret-store', floor: 'no-secret-store' },
  {
    screen: 'sign-in',
    state: 'refused',
    floor: 'signed-out',
    arrange: inTurn(
      failing('session.signIn', 'session.credentials'),
      write('https://gws.example.com'),
      keys('Tab'),
      write('sam'),
      keys('Tab'),
      write('wrong'),
      keys('Enter'),
    ),
  },

  { screen: 'chats', state: 'empty', floor: 'empty' },
  { screen: 'chats', state: 'waiting', floor: 'waiting' },
  { screen: 'chats', state: 'desktop-notice', floor: 'no-notifications', arrange: openChat(chatIds.coached) },
  { screen: 'chats', state: 'loading', floor: 'loading' },
  { screen: 'chats', state: 'none-open', floor: 'busy' },
  { screen: 'chats', state: 'silent', floor: 'busy', arrange: openChat(chatIds.silent) },
  { screen: 'chats', state: 'coach', floor: 'busy', arrange: openChat(chatIds.coached) },
  { screen: 'chats', state: 'barge-in', floor: 'busy', arrange: openChat(chatIds.bargedIn) },
  { screen: 'chats', state: 'invited', floor: 'busy', arrange: openChat(chatIds.invited) },
  { screen: 'chats', state: 'ended', floor: 'busy', arrange: openChat(chatIds.ended) },
  { screen: 'chats', state: 'misleading-names', floor: 'names', arrange: openChat(chatIds.misleading) },
  {
    screen: 'budget',
    state: 'low',
    floor: 'busy',
    arrange: inTurn(budgetLeft({ coached: 252_000, agents: 252_000 }), openChat(chatIds.coached)),
  },
  {
    screen: 'budget',
    state: 'grace',
    floor: 'busy',
    arrange: inTurn(budgetLeft({ coached: 0, agents: 0 }), openChat(chatIds.coached)),
  },
  {
    screen: 'budget',
    state: 'agents',
    floor: 'busy',
    arrange: inTurn(budgetLeft({ coached: 0, agents: 1_452_000 }), agents),
  },
  {
    screen: 'settings',
    state: 'budget',
    floor: 'busy',
    settings: {
      monitoringBudget: {
        isOn: true,
        minutesPerAgentDay: 60,
        chatsPerAgentDay: 5,
        minutesPerChat: null,
        countsVisible: false,
      },
    },
    arrange: inTurn(keys('Control+,'), budgetSettings),
  },
  { screen: 'why', state: 'chat', floor: 'busy', arrange: inTurn(openChat(chatIds.coached), keys('e'), layer) },
  { screen: 'why', state: 'handled', floor: 'busy', arrange: inTurn(openChat(chatIds.coached), keys('s', 'e'), layer) },
  { screen: 'why', state: 'stale', floor: 'stale', arrange: inTurn(openChat(chatIds.coached), keys('e'), layer) },
  { screen: 'chats', state: 'gap', floor: 'gap', arrange: openChat(chatIds.coached) },
  { screen: 'chats', state: 'stale', floor: 'stale', arrange: openChat(chatIds.coached) },
  { screen: 'chats', state: 'offline', floor: 'offline', arrange: openChat(chatIds.bargedIn) },
  { screen: 'chats', state: 'crowded', floor: 'crowded', arrange: openChat(chatIds.coached) },
  {
    screen: 'chats',
    state: 'held',
    floor: 'busy',
    arrange: inTurn(
      openChat(chatIds.coached),
      keys('r'),
      type('Offer the refund, '),
      bargedInElsewhere(chatIds.coached),
      held,
    ),
  },
  {
    screen: 'chats',
    state: 'held-ended',
    floor: 'busy',
    arrange: inTurn(
      openChat(chatIds.coached),
      keys('r'),
      type('Offer the refund, '),
      change(chatIds.coached, { state: 'finished', mode: null, allowedActions: [] }),
      held,
    ),
  },
  { screen: 'chats', state: 'logged-out', floor: 'logged-out', arrange: seen('logged-out-channels') },
  { screen: 'chats', state: 'not-joined', floor: 'not-joined', arrange: seen('unjoined-chats') },
  {
    screen: 'chats',
    state: 'compact',
    floor: 'busy',
    settings: { density: 'compact' },
    arrange: openChat(chatIds.coached),
  },
  { screen: 'chats', state: 'long-message', floor: 'hostile', arrange: openChat(chatIds.longText) },
  { screen: 'chats', state: 'many-lines', floor: 'hostile', arrange: openChat(chatIds.manyLines) },

  {
    screen: 'chats',
    state: 'hold-question',
    floor: 'busy',
    settings: { bargeInBy: 'hold' },
    arrange: inTurn(openChat(chatIds.silent), askToBargeIn),
  },
  { screen: 'data', state: 'edited', floor: 'busy', arrange: inTurn(openChat(chatIds.coached), editDatum) },
  { screen: 'data', state: 'deleted', floor: 'busy', arrange: inTurn(openChat(chatIds.coached), deleteCustomerField) },
  { screen: 'history', state: 'old-chat', floor: 'known', arrange: inTurn(openChat(chatIds.coached), toPastEntries) },
  { screen: 'watches', state: 'offered', floor: 'returning', arrange: seen('resume-watches') },
  { screen: 'user', state: 'open', floor: 'busy', arrange: press('user-menu') },
  { screen: 'connection', state: 'live', floor: 'busy', arrange: press('connection') },
  { screen: 'connection', state: 'offline', floor: 'offline', arrange: press('connection') },
  { screen: 'connection', state: 'agents-old', floor: 'agents-old', arrange: press('connection') },
  { screen: 'connection', state: 'requests-refused', floor: 'requests-refused', arrange: press('connection') },

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
  {
    screen: 'agents',
    state: 'name-taken',
    floor: 'busy',
    arrange: inTurn(agents, keys('Control+a'), nameChosen('Ana Ruiz')),
  },
  {
    screen: 'agents',
    state: 'confirm-many',
    floor: 'busy',
    arrange: inTurn(agents, keys('Control+a'), watchChosen('bargeIn')),
  },
  { screen: 'watched', state: 'some', floor: 'busy', settings: teams, arrange: press('watched-agents') },
  { screen: 'watched', state: 'nobody', floor: 'waiting', arrange: press('watched-agents') },
  { screen: 'channels', state: 'open', floor: 'busy', arrange: press('own-channels') },
  { screen: 'agents', state: 'crowded', floor: 'crowded', arrange: agents },
  { screen: 'agents', state: 'stale', floor: 'stale', arrange: agents },
  { screen: 'agents', state: 'old', floor: 'agents-old', arrange: agents },
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
    arrange: inTurn(wall, keys('j')),
  },
  { screen: 'wall-window', state: 'busy', floor: 'busy', window: 'wall', arrange: seen('wall') },
  { screen: 'wall-window', state: 'stale', floor: 'stale', window: 'wall', arrange: seen('wall') },
  { screen: 'wall', state: 'long-names', floor: 'hostile', settings: wallOf(12), arrange: wall },

  {
    screen: 'settings',
    state: 'not-clicked',
    floor: 'test-not-clicked',
    arrange: inTurn(keys('Control+,'), showDelivery),
  },
  {
    screen: 'settings',
    state: 'sounds',
    floor: 'busy',
    settings: audibleAlerts,
    arrange: inTurn(keys('Control+,'), showSounds),
  },
  { screen: 'settings', state: 'chosen', floor: 'busy', arrange: keys('Control+,') },
  { screen: 'settings', state: 'managed', floor: 'managed', arrange: keys('Control+,') },
  {
    screen: 'settings',
    state: 'administration',
    floor: 'managed',
    arrange: inTurn(keys('Control+,'), toAdministration),
  },
  {
    screen: 'settings',
    state: 'all',
    floor: 'managed',
    arrange: inTurn(keys('Control+,'), toAdministration, showAllSettings),
  },
  { screen: 'chats', state: 'managed', floor: 'managed', arrange: openChat(chatIds.coached) },
  { screen: 'keys', state: 'open', floor: 'busy', arrange: inTurn(openChat(chatIds.coached), keys('Shift+?')) },

  { screen: 'actions', state: 'open', floor: 'busy', arrange: inChatBargedInto('a') },
  { screen: 'transfer', state: 'choosing', floor: 'busy', arrange: inTurn(openChat(chatIds.coached), holdKey('t')) },
  { screen: 'transfer', state: 'crowded', floor: 'crowded', arrange: inTurn(openChat(chatIds.coached), holdKey('t')) },
  {
    screen: 'notice',
    state: 'writing',
    floor: 'busy',
    arrange: inTurn(inChatBargedInto('Shift+n'), write('One moment')),
  },
  {
    screen: 'link',
    state: 'not-secure',
    floor: 'busy',
    arrange: inTurn(inChatBargedInto('u'), write('http://example.com'), keys('Enter')),
  },
  { screen: 'disposition', state: 'choosing', floor: 'busy', arrange: inCoachedChat('d') },
  { screen: 'leave', state: 'asked', floor: 'busy', arrange: inChatBargedInto('Control+Shift+x') },
  {
    screen: 'step-back',
    state: 'under-way',
    floor: 'busy',
    arrange: inTurn(keys('Shift+Escape'), seen('panic-report')),
  },

  { screen: 'palette', state: 'open', floor: 'busy', arrange: inTurn(keys('Control+k'), seen('palette')) },
  {
    screen: 'palette',
    state: 'found',
    floor: 'busy',
    arrange: inTurn(keys('Control+k'), seen('palette'), write('kim')),
  },
  {
    screen: 'palette',
    state: 'none',
    floor: 'busy',
    arrange: inTurn(keys('Control+k'), seen('palette'), write('zzzz')),
  },
  {
    screen: 'palette',
    state: 'crowded',
    floor: 'crowded',
    arrange: inTurn(keys('Control+k'), seen('palette'), write('agent')),
  },
  { screen: 'search', state: 'empty', floor: 'busy', arrange: search('') },
  { screen: 'search', state: 'found', floor: 'busy', arrange: search('kim') },
  { screen: 'search', state: 'none', floor: 'busy', arrange: search('zzzz') },
  { screen: 'search', state: 'crowded', floor: 'crowded', arrange: search('message') },
  { screen: 'search', state: 'stale', floor: 'stale', arrange: search('kim') },
  { screen: 'journal', state: 'shift', floor: 'journal', arrange: keys('Control+5') },
  {
    screen: 'journal',
    state: 'chat',
    floor: 'journal',
    arrange: inTurn(keys('Control+5'), async (page) => {
      await page.getByTestId('lanes').getByRole('button').nth(1).click();
    }),
  },
  {
    screen: 'journal',
    state: 'report',
    floor: 'journal',
    arrange: inTurn(keys('Control+5'), async (page) => {
      await page.getByTestId('journal-view').locator('button').nth(1).click();
      await page.getByTestId('report').first().waitFor();
    }),
  },
  { screen: 'journal', state: 'empty', floor: 'busy', arrange: keys('Control+5') },
  {
    screen: 'journal',
    state: 'failed',
    floor: 'busy',
    arrange: inTurn(failing('journal.read', 'internal'), keys('Control+5')),
  },
  { screen: 'journal', state: 'unwritable', floor: 'journal-unwritable', arrange: keys('Control+5') },
  { screen: 'attention', state: 'tuning', floor: 'busy', arrange: tuning },
  { screen: 'attention', state: 'phrases', floor: 'busy', arrange: inTurn(tuning, openPhrases) },
];
