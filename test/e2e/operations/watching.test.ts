import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../../support/electron/console-page';
import { consoleForTest, practise } from '../../support/electron/console-test';
import { eventually } from '../../support/electron/eventually';
import type { LaunchedConsole } from '../../support/electron/launch';

const flags = ['--practice-rate=0', '--practice-chats=0', '--practice-seed=7'];
/** As long as names get, and written from right to left. */
const nickname = 'مشرفة الوردية الليلية في خدمة عملاء البيع بالتجزئة والطلبات'.padEnd(60, 'م');

/** What stands at the server for one agent: how, which chats, and under what name, medium by medium. */
async function status({ control }: LaunchedConsole, agent: string): Promise<readonly (readonly string[])[]> {
  const watches = (await control.watches()).filter((watch) => watch.agent === agent);
  return watches.map(({ medium, mode, scope, nickname: name }) => [medium, mode, scope, name]).sort();
}

function stands(console: LaunchedConsole, agent: string, how: readonly string[]): Promise<unknown> {
  const wanted = JSON.stringify(['chat', 'sms'].map((medium) => [medium, ...how]));
  return eventually(
    `${agent} is watched at the server`,
    () => status(console, agent),
    (seen) => JSON.stringify(seen) === wanted,
  );
}

async function begin(console: LaunchedConsole): Promise<ConsolePage> {
  await practise(console);
  await console.control.setPresence({ userName: 'ana.ruiz', presence: 'ready' });
  const window = new ConsolePage(console.page);
  await window.goTo('Agents');
  await window.agentRow('Ana Ruiz').waitFor();
  return window;
}

describe('watching, in the window and at the server', () => {
  it(
    'begins in any mode, for one chat or all, under a name, and goes on after a restart',
    { timeout: 240_000 },
    async () => {
      const first = await consoleForTest({ flags });
      const { control, page } = first;
      const window = await begin(first);
      const seenBy = async (chatId: string, party: string): Promise<readonly string[]> =>
        (await control.seenBy({ chatId, party })).participants.map((one) => one.nickname);
      const supervisorsIn = async (chatId: string): Promise<number> => {
        const parties = (await control.chats()).find((one) => one.chatId === chatId)?.parties ?? [];
        return parties.filter(({ role }) => role === 'supervisor').length;
      };

      // One agent, the next chat only, whispering from its first moment, under a name chosen for it.
      await page.getByRole('checkbox', { name: 'Select Ana Ruiz' }).click();
      const bar = page.getByRole('region', { name: 'Selected agents' });
      await bar.getByRole('radio', { name: 'Next chat only' }).click();
      await bar.getByRole('textbox', { name: 'Display name' }).fill(nickname);
      await bar.getByRole('button', { name: 'Coach' }).click();
      await stands(first, 'ana.ruiz', ['Coach', 'NextChat', nickname]);
      const { chatId: coached } = await control.startChat({ agent: 'ana.ruiz', customer: 'Robin Vale' });
      await window.goTo('Chats');
      await window.openChat('Robin Vale');
      await window.waitForMode('coach');
      expect(await seenBy(coached, 'ana.ruiz')).toContain(nickname);
      expect(await seenBy(coached, 'customer')).not.toContain(nickname);
      await page.getByTestId('side-panel').getByText(nickname).waitFor();
      await page.getByTestId('watched-agents').getByText('Not watching anyone').waitFor();
      await eventually('the watch is used up', control.watches, (made) => made.length === 0);
      const { chatId: unseen } = await control.startChat({ agent: 'ana.ruiz', customer: 'Noa Levi' });
      await control.customerSays({ chatId: unseen, text: 'Hello?' });
      expect(await supervisorsIn(unseen)).toBe(0);

      // All chats by either medium, seen by customers from their first moment, and said so.
      await window.goTo('Agents');
      const row = window.agentRow('Ana Ruiz');
      await row.getByRole('button', { name: 'Choose how to watch Ana Ruiz' }).click();
      await page
        .getByRole('menuitem', { name: /^Barge in/ })
        .first()
        .click();
      const question = page.getByRole('dialog', { name: 'Barge in on chats of 1 agent?' });
      await question.getByText('Customers and agents can see you in each chat.').waitFor();
      await question.getByRole('button', { name: 'Barge in' }).click();
      await stands(first, 'ana.ruiz', ['BargeIn', 'AllChats', 'supervisor']);
      const { chatId: chat } = await control.startChat({ agent: 'ana.ruiz', customer: 'Mia Olsen' });
      const sms = await control.startChat({ agent: 'ana.ruiz', customer: 'Nora Whitfield', medium: 'sms' });
      await page.getByTestId('visible-to-customers').getByText('Customers can see you in 2 chats').waitFor();
      for (const chatId of [chat, sms.chatId]) expect(await seenBy(chatId, 'customer')).toContain('supervisor');
      await page.getByTestId('visible-watches').getByText('Visible in new chats of 1 agent').waitFor();
      await page.getByTestId('visible-to-customers').click();
      for (const chatId of [chat, sms.chatId]) {
        await eventually(
          'the customer sees nobody',
          () => seenBy(chatId, 'customer'),
          (names) => !names.includes('supervisor'),
        );
      }

      // A team, and the choice to go on watching.
      await page.getByRole('button', { name: 'Stop watching Ana Ruiz' }).click();
      await page.getByTestId('new-team').click();
      const dialog = page.getByRole('dialog', { name: 'New team' });
      await dialog.getByLabel('Name', { exact: true }).fill('Night team');
      await dialog.getByLabel('Display name').fill(nickname);
      await dialog.getByRole('radio', { name: 'Coach' }).click();
      await dialog.getByRole('checkbox', { name: 'Returns', exact: true }).click();
      await dialog.getByRole('button', { name: 'Save team' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByTestId('watched-agents').click();
      await page.getByRole('button', { name: /^Watch Night team \(/ }).click();
      await page.getByTestId('confirm-many').waitFor();
      await page.getByRole('button', { name: 'Coach', exact: true }).click();
      await stands(first, 'ana.ruiz', ['Coach', 'AllChats', nickname]);
      const members = new Set((await control.watches()).map(({ agent }) => agent)).size;
      await page.getByTestId('watched-agents').getByText(`Watching ${members} agents`).waitFor();
      await page.keyboard.press('Escape');
      await window.goTo('Settings');
      await page
        .getByRole('radiogroup', { name: 'Watched agents after sign-in' })
        .getByRole('radio', { name: 'Resume', exact: true })
        .click();
      await first.quit();

      // The next morning: what would show the supervisor is asked about, then all are watched as before, and the team is still there.
      const second = await consoleForTest({ flags, profile: first.profile });
      const again = await begin(second);
      const offer = second.page.getByTestId('resume-watches');
      await offer.getByText(`${members} of them show you to agents or customers.`).waitFor();
      expect(await second.control.watches()).toEqual([]);
      await offer.getByRole('button', { name: 'Resume watching' }).click();
      await second.page.getByRole('dialog', { name: `Coach ${members} agents in their chats?` }).waitFor();
      await second.page.getByRole('button', { name: 'Coach', exact: true }).click();
      await stands(second, 'ana.ruiz', ['Coach', 'AllChats', nickname]);
      await eventually('all of them', second.control.watches, (made) => made.length === 2 * members);
      await second.page.getByText(`Watching ${members} agents again.`).waitFor();
      await second.page.getByTestId('resume-watches').waitFor({ state: 'detached' });
      await second.page.getByRole('group', { name: 'Teams' }).getByText('Night team').waitFor();
      const { chatId: morning } = await second.control.startChat({ agent: 'ana.ruiz', customer: 'Robin Vale' });
      await again.goTo('Chats');
      await again.openChat('Robin Vale');
      await again.waitForMode('coach');
      const { participants } = await second.control.seenBy({ chatId: morning, party: 'ana.ruiz' });
      expect(participants.map((one) => one.nickname)).toContain(nickname);
    },
  );
});
