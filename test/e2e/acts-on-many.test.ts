import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole } from '../support/electron/launch';

const flags = (agents: number): string[] => [
  '--practice-rate=0',
  '--practice-chats=0',
  '--practice-seed=7',
  `--practice-agents=${String(agents)}`,
];
const refused = /Operation was refused|couldn't|refused/u;

async function agentsOf({ control }: LaunchedConsole) {
  const agents = (await control.people()).filter(({ isSupervisor }) => !isSupervisor);
  for (const { userName } of agents) await control.setPresence({ userName, presence: 'ready' });
  return agents;
}

/** Whom the server has watched, each once whatever the media. */
async function watchedAs({ control }: LaunchedConsole, mode: string): Promise<readonly string[]> {
  const watches = (await control.watches()).filter((watch) => watch.mode === mode);
  return [...new Set(watches.map(({ agent }) => agent))].toSorted();
}

async function inBothThemes(console: LaunchedConsole, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await console.chooseSystemTheme(theme);
    await console.screenshot(`${name}-${theme}`);
  }
  await console.chooseSystemTheme('light');
}

describe('acts on many, in the window and at the server', () => {
  it(
    'barges in on forty agents only when confirmed, can be stopped, names who was refused, and stays in sight with its way out',
    { timeout: 240_000 },
    async () => {
      const console = await consoleForTest({ flags: flags(40), expects: refused });
      const { page, control } = console;
      await practise(console);
      const agents = await agentsOf(console);
      const window = new ConsolePage(page);
      await window.goTo('Agents');
      // Forty agents and a supervisor, who cannot be watched.
      await page.getByText('41 total').waitFor();
      await page.getByTestId('agent-list').focus();
      await page.keyboard.press('Control+a');
      await page.getByRole('searchbox').first().fill('Supervision');
      await page.getByRole('checkbox', { name: 'Select Omar Haddad' }).click();
      await page.getByRole('searchbox').first().fill('');
      const bar = page.getByRole('region', { name: 'Selected agents' });
      await bar.getByRole('button', { name: 'Barge in' }).click();

      const question = page.getByRole('dialog', { name: 'Barge in on chats of 40 agents?' });
      await question.getByText('Customers and agents can see you in each chat.').waitFor();
      await question.getByText('Every new chat of 40 agents, until you stop watching.').waitFor();
      await inBothThemes(console, 'many-question');
      await question.getByRole('button', { name: 'Cancel', exact: true }).last().click();
      expect(await control.watches()).toEqual([]);

      // Confirmed, then stopped half-way: what was not begun is left alone.
      await control.injectFault({ kind: 'delay', on: 'rest', operation: 'BargeIn', milliseconds: 400 });
      await bar.getByRole('button', { name: 'Barge in' }).click();
      await question.getByRole('button', { name: 'Barge in', exact: true }).click();
      const run = page.getByTestId('bulk-run');
      await run.getByText(/^Watching agents: [1-9]\d* of 40…$/).waitFor();
      await inBothThemes(console, 'many-progress');
      await run.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByText(/^Stopped\. \d+ of 40 agents are watched\./).waitFor();
      await run.waitFor({ state: 'detached' });
      const begun = await watchedAs(console, 'BargeIn');
      expect(begun.length).toBeGreaterThan(0);
      expect(begun.length).toBeLessThan(40);
      const pill = page.getByTestId('visible-watches');
      await pill.getByText(new RegExp(`^Visible in new chats of ${String(begun.length)} agents?$`)).waitFor();

      // The rest, two of whom the server refuses: named, and only they are asked for again.
      await control.clearFaults();
      const failing = agents.filter(({ userName }) => !begun.includes(userName)).slice(-2);
      for (const { id } of failing)
        await control.injectFault({
          kind: 'refuse',
          on: 'rest',
          operation: 'BargeIn',
          path: `/users/${id}/`,
          status: 403,
          statusCode: 6,
          statusMessage: 'Not your agent',
        });
      await bar.getByRole('button', { name: 'Barge in' }).click();
      await question.getByRole('button', { name: 'Barge in', exact: true }).click();
      await run.getByText('2 of 40 agents couldn’t be watched.').waitFor();
      for (const { name } of failing) await run.getByText(name).waitFor();
      await inBothThemes(console, 'many-report');
      expect((await watchedAs(console, 'BargeIn')).length).toBe(38);
      await control.clearFaults();
      await control.clearRequests();
      await run.getByRole('button', { name: 'Try 2 again' }).click();
      await run.waitFor({ state: 'detached' });
      expect((await watchedAs(console, 'BargeIn')).length).toBe(40);
      const asked = (await control.requests()).filter(({ operation }) => operation === 'BargeIn');
      expect(new Set(asked.map(({ path }) => path.split('/')[4])).size).toBe(2);

      // In sight wherever one is, and the way out is there.
      await window.goTo('Settings');
      await pill.getByText('Visible in new chats of 40 agents').waitFor();
      await inBothThemes(console, 'many-visible');
      await pill.click();
      await eventually(
        'all are watched in silence',
        () => watchedAs(console, 'Monitor'),
        (names) => names.length === 40,
      );
      await pill.waitFor({ state: 'detached' });

      // Stopping all of them is taken back within ten seconds.
      const before = await watchedAs(console, 'Monitor');
      await page.getByTestId('watched-agents').click();
      await page.getByRole('button', { name: 'Stop all 40' }).click();
      await eventually('nobody is watched', control.watches, (watches) => watches.length === 0);
      await page.keyboard.press('Escape');
      const toast = page.locator('.toast').filter({ hasText: 'Stopped watching 40 agents.' });
      await toast.getByRole('button', { name: 'Undo' }).waitFor();
      await console.screenshot('many-undo-light');
      await toast.getByRole('button', { name: 'Undo' }).click();
      await eventually(
        'all are watched again',
        () => watchedAs(console, 'Monitor'),
        (names) => JSON.stringify(names) === JSON.stringify(before),
      );
    },
  );

  it(
    'offers the chats that go on already, joins them in silence, and claims nothing of them before',
    { timeout: 240_000 },
    async () => {
      const console = await consoleForTest({ flags: flags(6) });
      const { page, control } = console;
      await practise(console);
      const agents = await agentsOf(console);
      const customers = ['Robin Vale', 'Noa Levi', 'Mia Olsen', 'Tom Becker', 'Kim Delacroix', 'Zofia Quill'];
      const chatIds: string[] = [];
      for (const [place, { userName }] of agents.slice(0, 6).entries()) {
        const { chatId } = await control.startChat({
          agent: userName,
          customer: customers[place] ?? '',
          isAccepted: true,
        });
        await control.customerSays({ chatId, text: `Hello, this is ${customers[place] ?? ''}` });
        chatIds.push(chatId);
      }
      const window = new ConsolePage(page);
      await window.goTo('Agents');
      await window.agentRow(agents[0]?.name ?? '').waitFor();

      // The palette: the first offer for "join" is one running chat.
      await page
        .getByRole('button', { name: /Robin Vale/ })
        .first()
        .waitFor();
      await page.keyboard.press('Control+k');
      await page.getByTestId('palette').getByRole('combobox').fill('join');
      const first = page.getByRole('option', { selected: true });
      await first.getByText(/^Join chat with /).waitFor();
      await inBothThemes(console, 'palette-join');
      await page.getByTestId('palette').getByRole('combobox').fill('dark');
      await page.getByRole('option', { name: 'Theme: Dark' }).waitFor();
      expect(await first.getByText('Theme').count()).toBe(0);
      await page.keyboard.press('Escape');

      await page.getByTestId('agent-list').focus();
      await page.keyboard.press('Control+a');
      await page.getByRole('region', { name: 'Selected agents' }).getByRole('button', { name: 'Monitor' }).click();
      const offer = page.getByTestId('unjoined-chats');
      await offer.getByText('6 active chats of watched agents aren’t joined.').waitFor();
      await window.goTo('Chats');
      await page.getByRole('heading', { name: '6 active chats aren’t joined' }).waitFor();
      await page.keyboard.press('n');
      await page.getByText(/^Nothing needs your attention in the chats you’re in\./).waitFor();
      await inBothThemes(console, 'unjoined');

      await offer.getByRole('button', { name: 'Join all' }).click();
      await page.getByText('Joined 6 chats in Monitor.').waitFor();
      await offer.waitFor({ state: 'detached' });
      for (const chatId of chatIds) {
        const { parties } = (await control.chats()).find((chat) => chat.chatId === chatId) ?? { parties: [] };
        expect(parties.some(({ role, state }) => role === 'supervisor' && state === 'Chatting')).toBe(true);
        const { participants } = await control.seenBy({ chatId, party: 'customer' });
        expect(participants.some(({ role }) => role === 'supervisor')).toBe(false);
      }
      await page.getByTestId('needs-you-count').getByText('6 chats', { exact: true }).waitFor();

      // Left by a chord, never by a letter; the way back is there for ten seconds.
      await window.openChat('Robin Vale');
      await window.waitForMode('monitor');
      await page.keyboard.press('l');
      await page.keyboard.press('Control+Shift+x');
      const toast = page.locator('.toast').filter({ hasText: 'You left the chat with Robin Vale.' });
      await toast.getByRole('button', { name: 'Join again' }).waitFor();
      await inBothThemes(console, 'join-again');
      await toast.getByRole('button', { name: 'Join again' }).click();
      await window.openChat('Robin Vale', chatIds[0] ?? '');
      await window.waitForMode('monitor');
      await window.transcript.getByText('Hello, this is Robin Vale').waitFor();
    },
  );
});
