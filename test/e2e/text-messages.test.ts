import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';

const still = ['--practice-rate=0', '--practice-chats=0'];

describe('text messages, teams and the own channels', () => {
  it('a team is made, watched with one click under its name, and its SMS session coached, barged into and left', async () => {
    const console = await consoleForTest({ flags: still });
    const { control, page } = console;
    const window = new ConsolePage(page);
    await window.practise();
    await control.setPresence({ userName: 'ana.ruiz', presence: 'ready' });
    await window.goTo('Agents');
    await window.agentRow('Ana Ruiz').waitFor();
    await page.getByTestId('new-team').click();
    const dialog = page.getByRole('dialog', { name: 'New team' });
    await dialog.getByLabel('Name', { exact: true }).fill('Night team');
    await dialog.getByLabel('Display name').fill('Care team');
    await dialog.getByRole('checkbox', { name: 'Retail Care' }).click();
    await dialog.getByRole('button', { name: 'Save team' }).click();
    await dialog.waitFor({ state: 'detached' });

    // From anywhere at most two clicks: the chip in the title bar, and the team.
    await window.goTo('Chats');
    await page.getByTestId('watched-agents').click();
    await page.getByRole('button', { name: /^Watch Night team/ }).click();
    const watches = await eventually('all of the team at the server', control.watches, (made) =>
      made.some(({ agent, medium }) => agent === 'ana.ruiz' && medium === 'sms'),
    );
    expect(new Set(watches.map(({ nickname }) => nickname))).toEqual(new Set(['Care team']));
    await page
      .getByTestId('watched-agents')
      .getByText(/^Watching \d+ agents?$/)
      .waitFor();
    await page.keyboard.press('Escape');

    const { chatId } = await control.startChat({ agent: 'ana.ruiz', customer: 'Nora Whitfield', medium: 'sms' });
    const number = (await control.seenBy({ chatId, party: 'customer' })).participants.find(
      ({ role }) => role === 'customer',
    )!.nickname;
    await control.customerSays({ chatId, text: 'hi can i move my delivery' });
    await window.chatRow(number).getByText('SMS').waitFor();
    await window.openChat(number);
    await window.transcript.getByText('hi can i move my delivery').waitFor();
    await console.screenshot('sms-monitor-light');
    await window.modeButton('coach').click();
    await window.waitForMode('coach');
    await window.say('Offer Friday.');
    await window.transcript.getByText('Offer Friday.').waitFor();
    await window.modeButton('bargeIn').click();
    await window.waitForMode('bargeIn');
    await window.say('Friday is fine.');
    await window.transcript.getByText('Friday is fine.').waitFor();
    const texts = async (party: string) =>
      (await control.seenBy({ chatId, party })).messages.flatMap(({ text }) => text ?? []);
    expect(await texts('customer')).toEqual(expect.arrayContaining(['Friday is fine.']));
    expect(await texts('customer')).not.toContain('Offer Friday.');
    expect(await texts('ana.ruiz')).toEqual(expect.arrayContaining(['Offer Friday.', 'Friday is fine.']));
    const { participants } = await control.seenBy({ chatId, party: 'customer' });
    expect(participants.map(({ nickname }) => nickname)).toContain('Care team');
    const typing = (await control.requests()).filter(({ operation }) => /Typing/.test(operation ?? ''));
    expect(typing).toEqual([]);

    await page.getByTestId('watched-agents').click();
    await page.getByRole('button', { name: /^Stop all/ }).click();
    await eventually('nobody is watched at the server', control.watches, (made) => made.length === 0);
    await page.getByText('You’re not watching anyone.', { exact: false }).waitFor();
  });

  it("changes the own state on one channel by keyboard, shows the server's state, and reports a refusal", async () => {
    const console = await consoleForTest({ flags: still });
    const { control, page } = console;
    await new ConsolePage(page).practise();
    const own = page.getByTestId('own-channels');
    await own.getByText('Ready').first().waitFor();
    await page.keyboard.press('Control+u');
    const lunch = page.getByRole('menuitemcheckbox', { name: 'Not Ready - Lunch' }).last();
    await lunch.press('Enter');
    await own.getByText('Not Ready - Lunch').waitFor();
    expect(await own.getByText('Ready', { exact: true }).count()).toBe(1);
    const asked = (await control.requests()).filter(({ path }) => /\/me\/channels\//.test(path));
    expect(asked.map(({ path, operation }) => [path, operation])).toEqual([
      ['/api/v2/me/channels/smssession', 'Lunch'],
    ]);
    await control.injectFault({
      ...{ kind: 'refuse', path: '/me/channels/chat', status: 403, statusCode: 5, times: 1 },
      statusMessage: 'Not in your shift',
    });
    await own.click();
    await page.getByRole('menuitemcheckbox', { name: 'Not ready', exact: true }).first().click();
    await page.getByText('Not in your shift').waitFor();
    expect(await own.getByText('Ready', { exact: true }).count()).toBe(1);
  });
});
