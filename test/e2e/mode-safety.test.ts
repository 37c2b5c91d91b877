import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';

const customers = ['Robin Vale', 'Kim Delacroix', 'Thea Lindqvist'];

/** Longer than any hold, and than a step back turns away what was asked for before it: by the window's own clock. */
async function clockTurnsTwice(page: Page): Promise<void> {
  const age = page.getByTestId('connection');
  for (let turn = 0; turn < 2; turn += 1) {
    const before = await age.textContent();
    await eventually(
      'the clock turns',
      () => age.textContent(),
      (now) => now !== before,
    );
  }
}

/** Three agents watched in silence, each with a chat, on a floor on which nothing else happens. */
async function threeChats() {
  const console = await consoleForTest({
    flags: ['--practice-chats=0', '--practice-rate=0', '--practice-agents=5'],
    expects: /Failed to load resource/,
  });
  const { control, page } = console;
  const window = new ConsolePage(page);
  await window.practise();
  const people = await control.people();
  const agents = people.filter(({ isSupervisor, presence }) => !isSupervisor && presence === 'ready').slice(0, 3);
  await window.goTo('Agents');
  for (const { name } of agents) {
    await window
      .agentRow(name)
      .getByRole('button', { name: `Watch ${name}`, exact: true })
      .click();
  }
  await eventually('the watches at the server', control.watches, (watches) =>
    agents.every(({ userName }) => watches.some(({ agent }) => agent === userName)),
  );
  const chatIds: string[] = [];
  for (const [place, { userName }] of agents.entries()) {
    const { chatId } = await control.startChat({ agent: userName, customer: customers[place] ?? '' });
    await control.customerSays({ chatId, text: 'Is anybody there?' });
    chatIds.push(chatId);
  }
  await window.goTo('Chats');
  const customerSees = async (chatId: string): Promise<boolean> => {
    const { participants } = await control.seenBy({ chatId, party: 'customer' });
    return participants.some(({ role }) => role === 'supervisor');
  };
  const report = page.getByTestId('panic-report');
  return { console, control, page, window, agents, chatIds, customerSees, report };
}

describe('stepping back from everywhere at once', () => {
  it('works from the text field, reports each chat until it is confirmed, and repeats what was refused', async () => {
    const { control, page, window, agents, chatIds, customerSees, report } = await threeChats();
    for (const [place, key] of (['b', 'c', 'b'] as const).entries()) {
      await window.openChat(customers[place] ?? '');
      await window.waitForMode('monitor');
      await window.holdKey(key, () => window.waitForMode(key === 'b' ? 'bargeIn' : 'coach'));
    }
    await page.getByTestId('visible-to-customers').getByText('Customers can see you in 2 chats').waitFor();
    await window.composer.getByRole('textbox').fill('Half a sent');
    // A refusal that means it: one that says "busy" is repeated without being asked for.
    const refusal = { kind: 'refuse', on: 'rest', operation: 'SwitchToMonitor', status: 403, statusCode: 5 } as const;
    await control.injectFault({ ...refusal, statusMessage: 'Not yours to switch', times: 1 });
    await control.injectFault({ kind: 'late', milliseconds: 1_500 });
    await page.keyboard.press('Shift+Escape');
    await report.locator('h2', { hasText: 'Still visible: 1 item needs attention' }).waitFor();
    expect(await report.locator('[data-status="monitoring"]').count()).toBe(0);
    await eventually(
      'two are back to monitoring',
      () => report.locator('[data-status="monitoring"]').count(),
      (count) => count === 2,
    );
    expect(await report.locator('[data-status="failed"]').count()).toBe(1);
    await control.clearFaults();
    await report.getByRole('button', { name: /^Try again for/ }).click();
    await report.locator('h2', { hasText: 'Back to monitoring in all 3 chats, confirmed by the server' }).waitFor();
    for (const [place, chatId] of chatIds.entries()) {
      expect(await customerSees(chatId)).toBe(false);
      const { participants } = await control.seenBy({ chatId, party: agents[place]?.userName ?? '' });
      expect(participants.some(({ role }) => role === 'supervisor')).toBe(false);
    }
    await page.getByText('Half a sent').waitFor();
    expect(await page.getByTestId('visible-to-customers').count()).toBe(0);
  });

  it('works by key and by the sum while a dialog is open, and the sum fits into a narrow window', async () => {
    const { console, page, window, chatIds, customerSees, report } = await threeChats();
    await window.openChat('Robin Vale');
    await window.waitForMode('monitor');
    await window.holdKey('b', () => window.waitForMode('bargeIn'));
    await window.openChat('Kim Delacroix');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Shift+Escape');
    await eventually(
      'nobody is seen',
      () => customerSees(chatIds[0] ?? ''),
      (isSeen) => !isSeen,
    );
    await report.locator('h2', { hasText: 'confirmed by the server' }).waitFor();
    await page.keyboard.press('Escape');
    await clockTurnsTwice(page);
    await window.openChat('Robin Vale');
    await window.waitForMode('monitor');
    await window.holdKey('b', () => window.waitForMode('bargeIn'));
    await window.openChat('Kim Delacroix');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.getByTestId('visible-to-customers').click();
    await eventually(
      'nobody is seen again',
      () => customerSees(chatIds[0] ?? ''),
      (isSeen) => !isSeen,
    );
    await page.keyboard.press('Escape');
    await clockTurnsTwice(page);
    await window.openChat('Robin Vale');
    await window.waitForMode('monitor');
    await window.holdKey('b', () => window.waitForMode('bargeIn'));
    await console.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
    });
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((dir) => {
        document.documentElement.dir = dir;
      }, direction);
      await eventually(
        `the whole sum in sight (${direction})`,
        () =>
          page.getByTestId('visible-to-customers').evaluate((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            const middle = document.elementFromPoint((left + right) / 2, element.getBoundingClientRect().top + 4);
            return { left, right, width, of: document.documentElement.clientWidth, isOnTop: element.contains(middle) };
          }),
        ({ left, right, width, of, isOnTop }) => left >= 0 && right <= of && width > 100 && isOnTop,
        5_000,
      );
    }
  });
});

describe('barging in where it has to be held', () => {
  it('does nothing for a press, happens for a hold by hand or key, and asks a user who cannot hold', async () => {
    const { page, window, chatIds, customerSees } = await threeChats();
    const [chatId = ''] = chatIds;
    await window.goTo('Settings');
    await page.getByRole('radio', { name: 'Hold', exact: true }).click();
    await window.goTo('Chats');
    await window.openChat('Robin Vale');
    await window.waitForMode('monitor');
    const way = page.getByRole('button', { name: /^Barge in on Robin/ });
    const box = await way.boundingBox();
    if (box === null) throw new Error('the way in is on the screen');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await way.locator('.hold').waitFor();
    await page.mouse.up();
    await page.keyboard.press('b');
    await clockTurnsTwice(page);
    expect([await customerSees(chatId), await window.confirmedMode()]).toEqual([false, 'monitor']);
    await page.mouse.down();
    await window.waitForMode('bargeIn');
    await page.mouse.up();
    expect(await customerSees(chatId)).toBe(true);
    await page.keyboard.press('Escape');
    await window.waitForMode('monitor');
    await window.openChat('Robin Vale');
    await page.keyboard.down('b');
    await window.waitForMode('bargeIn');
    for (let repeated = 0; repeated < 5; repeated += 1) await page.keyboard.down('b');
    await page.keyboard.up('b');
    expect(await window.composer.getByRole('textbox').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await window.waitForMode('monitor');
    // A click without a hand, as screen readers make them.
    await way.evaluate((element) => {
      (element as HTMLElement).click();
    });
    await page.getByRole('dialog').getByText('Cancel').click();
    expect(await window.confirmedMode()).toBe('monitor');
    await way.evaluate((element) => {
      (element as HTMLElement).click();
    });
    await page.getByRole('dialog').getByText('Barge in', { exact: true }).click();
    await window.waitForMode('bargeIn');
    expect(await customerSees(chatId)).toBe(true);
  });
});
