import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';

describe('the chats that need a person', () => {
  it(
    'come first with the reason in words, one key away, and are quiet when seen to',
    { timeout: 120_000 },
    async () => {
      const console = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0'] });
      const { control, page } = console;
      const window = new ConsolePage(page);
      const order = (): Promise<readonly (string | null)[]> =>
        window.chatList
          .locator('li[data-chat]')
          .evaluateAll((rows) =>
            rows
              .sort((one, other) => Number(one.ariaPosInSet) - Number(other.ariaPosInSet))
              .map((row) => row.querySelector('.customer')?.textContent ?? null),
          );
      await window.practise();
      const agents = (await control.people()).filter(({ isSupervisor }) => !isSupervisor);
      const { name = '', userName = '' } = agents[0] ?? {};
      await control.setPresence({ userName, presence: 'ready' });
      await window.goTo('Agents');
      await window
        .agentRow(name)
        .getByRole('button', { name: `Watch ${name}`, exact: true })
        .click();
      await eventually('the watch at the server', control.watches, (watches) => watches.length > 0);

      // A customer who waits is red after a few seconds, for the test; the rest is as it comes.
      await window.goTo('Chats');
      await page.getByTestId('tune').click();
      const rule = page.locator('[data-rule="customerWaiting"]');
      await rule.getByLabel('Warning at').fill('2s');
      await rule.getByLabel('Urgent at').fill('4s');
      await page.getByRole('button', { name: 'Back to chats' }).click();

      const calm = await control.startChat({ agent: userName, customer: 'Robin Vale' });
      await control.customerSays({ chatId: calm.chatId, text: 'Good evening.' });
      await control.agentSays({ chatId: calm.chatId, text: 'Good evening, how can I help?' });
      const waiting = await control.startChat({ agent: userName, customer: 'Kim Delacroix' });
      await window.chatRow('Kim Delacroix').waitFor();
      expect(await order()).toEqual(['Robin Vale', 'Kim Delacroix']);
      await control.customerSays({ chatId: waiting.chatId, text: 'Is anybody there?' });
      await eventually('the order', order, ([first]) => first === 'Kim Delacroix');
      const row = window.chatRow('Kim Delacroix');
      await row.locator('[data-rule="customerWaiting"].hot').waitFor();
      await page.getByTestId('needs-you-count').getByText('1 of 2 chats').waitFor();
      await console.screenshot('attention-queue');

      await page.keyboard.press('n');
      await page.getByRole('heading', { name: 'Kim Delacroix', level: 1 }).waitFor();
      await page.keyboard.press('s');
      await row.locator('[data-part="bring-back"]').waitFor();
      await page.getByTestId('needs-you').getByText('Nothing needs attention').waitFor();
      await row.locator('[data-part="bring-back"]').click();
      await page.getByTestId('needs-you-count').getByText('1 of 2 chats').waitFor();
      await control.agentSays({ chatId: waiting.chatId, text: 'I am here.' });
      await page.getByTestId('needs-you').getByText('Nothing needs attention').waitFor();

      // What was tuned is tried on what really happened.
      await page.getByTestId('tune').click();
      await rule.locator('[data-part="raised"]').getByText('flagged 1 chat').waitFor();
      await rule.locator('.example').getByText('Kim Delacroix').waitFor();
      await console.screenshot('attention-tuning');

      // Nobody on the floor could notice any of it: looking, sorting and "seen to" send nothing.
      const seen = await control.seenBy({ chatId: waiting.chatId, party: 'customer' });
      expect(seen.messages.map(({ text }) => text).filter(Boolean)).toEqual(['Is anybody there?', 'I am here.']);
    },
  );

  it('begin with those whose agent signed out', { timeout: 120_000 }, async () => {
    const { control, page } = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0'] });
    const window = new ConsolePage(page);
    await window.practise();
    const agents = (await control.people()).filter(({ isSupervisor }) => !isSupervisor);
    const { userName = '' } = agents[0] ?? {};
    await control.setPresence({ userName, presence: 'ready' });
    await control.startChat({ agent: userName, customer: 'Noor de Wit' });
    await window.goTo('Agents');
    await page.getByText('Noor de Wit').first().waitFor();
    await control.setPresence({ userName, presence: 'loggedOut' });
    await window.goTo('Chats');
    await page.locator('[data-rule="orphan"]').waitFor({ timeout: 90_000 });
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Join');
  });
});
