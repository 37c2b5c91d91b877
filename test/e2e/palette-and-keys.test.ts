import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole } from '../support/electron/launch';
import { shiftFlags } from './shift/shift';

async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').getByRole('combobox').fill(words);
}

/** Two customers of one agent who is watched from the palette; the first has said a good deal, in the middle a strange word. */
async function twoChats({ page, control }: LaunchedConsole): Promise<readonly string[]> {
  const agent = (await control.people()).find(({ isSupervisor }) => !isSupervisor);
  expect(agent).toBeDefined();
  const { name, userName } = agent!;
  await control.setPresence({ userName, presence: 'ready' });
  await ask(page, name);
  await page.getByRole('option', { name }).first().click();
  await page.getByRole('option', { name: `Watch ${name}: Monitor` }).click();
  await eventually('the watch stands', control.watches, (watches) => watches.length > 0);
  const window = new ConsolePage(page);
  const chatIds: string[] = [];
  for (const customer of ['Zofia Quill', 'Bram Noord']) {
    const { chatId } = await control.startChat({ agent: userName, customer, isAccepted: true });
    await window.chatRow(customer).waitFor();
    chatIds.push(chatId);
  }
  return chatIds;
}

describe('one hand on the keyboard', () => {
  it('finds what was said in another chat and goes to the message, and nobody notices', async () => {
    const console = await consoleForTest({ flags: shiftFlags });
    const { page, control } = console;
    await practise(console);
    const [first = '', second = ''] = await twoChats(console);
    for (let line = 1; line <= 60; line += 1) {
      const text = line === 20 ? 'My Xylophone came without mallets' : `Line ${line}: still waiting for an answer`;
      await control.customerSays({ chatId: first, text });
    }
    await control.customerSays({ chatId: second, text: 'Something else entirely' });
    await ask(page, 'Bram Noord');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bram Noord', level: 1 }).waitFor();
    await control.clearRequests();

    await ask(page, 'xylophone');
    await page.getByRole('option', { name: /Xylophone came without mallets/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Zofia Quill', level: 1 }).waitFor();
    const found = page.locator('[data-testid="transcript"] .found');
    await found.getByText('My Xylophone came without mallets').waitFor();
    expect(await found.count()).toBe(1);
    await eventually(
      'the message lies in sight',
      () =>
        found.evaluate((row) => {
          const seen = row.closest('[data-testid="transcript"]')!.getBoundingClientRect();
          const { top, bottom } = row.getBoundingClientRect();
          return top >= seen.top && bottom <= seen.bottom;
        }),
      (isInSight) => isInSight,
    );

    // Searching is reading: nothing but reads and the stream's own exchanges went to the server.
    const asked = await control.requests();
    const reads = /^(\/meta\/|Retrieve|Get)/;
    const acts = asked.filter(({ method, operation }) => method !== 'GET' && !reads.test(operation ?? ''));
    expect(acts.map(({ path, operation }) => [path, operation])).toEqual([]);
  });

  it('lists everything found, and goes there by the keyboard alone', async () => {
    const console = await consoleForTest({ flags: shiftFlags });
    const { page, control } = console;
    await practise(console);
    const [first = '', second = ''] = await twoChats(console);
    await control.customerSays({ chatId: first, text: 'The mallets are missing' });
    await control.customerSays({ chatId: second, text: 'No mallets here either' });
    await page.keyboard.press('Control+Shift+k');
    await page.keyboard.type('mallets');
    await page.getByText('2 messages in 2 chats').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bram Noord', level: 1 }).waitFor();
    await page.locator('.found').getByText('No mallets here either').waitFor();
  });

  it('keeps a key of one’s own over a restart', async () => {
    const first = await consoleForTest({ flags: shiftFlags });
    await practise(first);
    const line = first.page.locator('[data-action="place.agents"]');
    await first.page.keyboard.press('Shift+?');
    await line.getByRole('button').click();
    await first.page.keyboard.press('Control+1');
    await line.getByText('Ctrl 1 is already used for “Go to chats”.').waitFor();
    await first.page.keyboard.press('F8');
    await line.getByText('F8').waitFor();
    await first.page.keyboard.press('Escape');
    await first.quit();

    const second = await consoleForTest({ profile: first.profile, flags: shiftFlags });
    await practise(second);
    await second.page.keyboard.press('F8');
    await second.page.getByTestId('agent-list').waitFor();
    await second.page.keyboard.press('Control+1');
    await second.page.getByTestId('chat-list').waitFor();
    await second.page.keyboard.press('Control+2');
    expect(await second.page.getByTestId('agent-list').count()).toBe(0);
  });
});
