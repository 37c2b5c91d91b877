import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';

async function oneChat() {
  const console = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0'] });
  const { control, page } = console;
  const window = new ConsolePage(page);
  await window.practise();
  const { name = '', userName = '' } = (await control.people()).find(({ isSupervisor }) => !isSupervisor) ?? {};
  await control.setPresence({ userName, presence: 'ready' });
  await window.goTo('Agents');
  await window
    .agentRow(name)
    .getByRole('button', { name: `Watch ${name}`, exact: true })
    .click();
  await eventually('the watch at the server', control.watches, (watches) => watches.length > 0);
  const { chatId } = await control.startChat({ agent: userName, customer: 'Robin Vale' });
  await window.goTo('Chats');
  await window.openChat('Robin Vale');
  await window.waitForMode('monitor');
  const field = window.composer.getByRole('textbox');
  const held = page.locator('[data-testid="composer"][data-state="held"]');
  const customerReads = async (): Promise<readonly (string | null)[]> =>
    (await control.seenBy({ chatId, party: 'customer' })).messages.map(({ text }) => text);
  /** As from another window: this page's own stores did not ask for it. */
  const bargeInFromElsewhere = (): Promise<unknown> =>
    page.evaluate(
      (id) =>
        (
          globalThis as unknown as { sightline: { invoke(name: string, request: unknown): Promise<unknown> } }
        ).sightline.invoke('chats.bargeIn', { requestId: 'elsewhere', chatId: id }),
      chatId,
    );
  return { console, control, page, window, chatId, field, held, customerReads, bargeInFromElsewhere };
}

describe('a sentence in the real window', () => {
  it('stays with its readers when the mode turns half-way, and when the chat ends', async () => {
    const { console, control, page, window, chatId, field, held, customerReads, bargeInFromElsewhere } =
      await oneChat();
    await window.modeButton('coach').click();
    await window.waitForMode('coach');
    await field.click();
    await page.keyboard.type('He is ly', { delay: 60 });
    await bargeInFromElsewhere();
    await held.waitFor();
    await page.keyboard.type('ing, do not let him', { delay: 60 });
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('He is lying, do not let him');
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((one) => (document.documentElement.dataset['theme'] = one), theme);
      await console.screenshot(`typing-held-${theme}`);
    }
    expect(await customerReads()).not.toContain('He is lying, do not let him');
    await page.keyboard.press('Escape');
    await held.waitFor({ state: 'detached' });
    expect([await field.inputValue(), await window.confirmedMode()]).toEqual(['', 'bargeIn']);
    await page.keyboard.type('Hello Rob', { delay: 60 });
    await control.endChat({ chatId });
    await held.waitFor();
    await page.keyboard.type('in, b n t l', { delay: 60 });
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('Hello Robin, b n t l');
    await console.screenshot('typing-held-ended');
    await page.keyboard.press('Escape');
    await page.getByTestId('unsent').filter({ hasText: 'Hello Robin, b n t l' }).waitFor();
    await console.screenshot('typing-unsent');
  });

  it('that is composed while the mode turns is committed to the readers it was begun for', async () => {
    const { page, window, field, held, customerReads, bargeInFromElsewhere } = await oneChat();
    await window.modeButton('coach').click();
    await window.waitForMode('coach');
    await field.click();
    await page.keyboard.type('Kim must not know: ');
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'へんきん', selectionStart: 4, selectionEnd: 4 });
    await bargeInFromElsewhere();
    await held.waitFor();
    await client.send('Input.insertText', { text: '返金' });
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('Kim must not know: 返金');
    await page.keyboard.press('Escape');
    await held.waitFor({ state: 'detached' });
    expect([await field.inputValue(), (await customerReads()).join('')]).toEqual(['', '']);
  });

  it('begun right after the mode key is kept for the whisper', async () => {
    const { console, control, page, window, field, chatId } = await oneChat();
    await control.injectFault({ kind: 'late', milliseconds: 1_500 });
    await page.keyboard.press('c');
    await page.keyboard.type('Let him cancel it', { delay: 90 });
    await console.screenshot('typing-waiting');
    await window.waitForMode('coach');
    expect(await field.inputValue()).toBe('Let him cancel it');
    await control.clearFaults();
    await page.keyboard.press('Enter');
    await window.transcript.getByText('Let him cancel it').waitFor();
    const { participants } = await control.seenBy({ chatId, party: 'customer' });
    expect(participants.some(({ role }) => role === 'supervisor')).toBe(false);
  });
});
