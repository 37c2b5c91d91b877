import { initialSettings } from '../../preload/contract/setting-records';
import { chatIds } from '../support/renderer/preview/floors';
import type { Scene } from './scene';
import type { ScenePage } from './scene-page';
import { budgetSettings, failing, inTurn, keys, layer, openChat, press, seen, write } from './steps';

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

const toSupport = async (page: ScenePage): Promise<void> => {
  await page.getByTestId('support').scrollIntoViewIfNeeded();
};
const showDiagnostics = async (page: ScenePage): Promise<void> => {
  await page.getByTestId('support').locator('[data-part="diagnostics"] button').click();
  await page.getByTestId('diagnostics').waitFor();
};
const openHelp =
  (place: number) =>
  async (page: ScenePage): Promise<void> => {
    await page.getByTestId('support').locator('[data-part="help"] button').click();
    await layer(page);
    await page.getByTestId('help-parts').locator('[role="radio"]').nth(place).click();
  };

export const toolScenes: readonly Scene[] = [
  { screen: 'sign-in', state: 'new', floor: 'signed-out' },
  { screen: 'sign-in', state: 'no-secret-store', floor: 'no-secret-store' },
  { screen: 'sign-in', state: 'not-confirmed', floor: 'sign-out-not-confirmed' },
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
  {
    screen: 'sign-in',
    state: 'single-sign-on',
    floor: 'signed-out',
    arrange: inTurn(
      failing('session.signIn', 'session.singleSignOn'),
      write('https://gws.example.com'),
      keys('Tab'),
      write('sam'),
      keys('Tab'),
      write('secret'),
      keys('Enter'),
    ),
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
  { screen: 'user', state: 'open', floor: 'busy', arrange: press('user-menu') },
  { screen: 'connection', state: 'live', floor: 'busy', arrange: press('connection') },
  { screen: 'connection', state: 'offline', floor: 'offline', arrange: press('connection') },
  { screen: 'connection', state: 'agents-old', floor: 'agents-old', arrange: press('connection') },
  { screen: 'connection', state: 'requests-refused', floor: 'requests-refused', arrange: press('connection') },
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
  { screen: 'settings', state: 'support', floor: 'busy', arrange: inTurn(keys('Control+,'), toSupport) },
  {
    screen: 'support',
    state: 'diagnostics',
    floor: 'busy',
    arrange: inTurn(keys('Control+,'), toSupport, showDiagnostics),
  },
  ...['guide', 'news', 'about'].map((state, place): Scene => ({
    screen: 'help',
    state,
    floor: 'busy',
    arrange: inTurn(keys('Control+,'), toSupport, openHelp(place)),
  })),
  { screen: 'keys', state: 'open', floor: 'busy', arrange: inTurn(openChat(chatIds.coached), keys('Shift+?')) },
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
