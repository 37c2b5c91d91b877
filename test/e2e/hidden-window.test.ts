import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole } from '../support/electron/launch';

const customer = 'Ines Prado';
const half = 'Half a sentence';

async function inChat(launched: LaunchedConsole): Promise<string> {
  const { control, page } = launched;
  const window = new ConsolePage(page);
  await practise(launched);
  const agent = (await control.people()).find(({ isSupervisor, presence }) => !isSupervisor && presence === 'ready');
  await page.evaluate(async (agentId) => {
    const { sightline } = window as unknown as {
      sightline: { invoke(name: string, request: unknown): Promise<unknown> };
    };
    await sightline.invoke('agents.watch', { requestId: agentId, agentId, mode: 'coach', scope: 'allChats' });
  }, agent?.id);
  const { chatId } = await control.startChat({ agent: agent?.userName ?? '', customer });
  for (let line = 1; line <= 60; line += 1) await control.customerSays({ chatId, text: `Line ${String(line)}.` });
  await window.openChat(customer);
  await window.waitForMode('coach');
  await window.transcript.getByText('Line 60.').waitFor();
  return chatId;
}

/** The first visible row and how far from the top of the list it begins. */
const placeOf = (scroller: Locator): Promise<string> =>
  scroller.evaluate((list) => {
    const { top } = list.getBoundingClientRect();
    for (const row of list.querySelectorAll('[data-index]')) {
      const box = row.getBoundingClientRect();
      const line = /Line \d+/u.exec(row.textContent)?.[0];
      if (box.bottom > top + 1 && line !== undefined) return `${line} at ${(box.top - top).toFixed(0)}`;
    }
    return '';
  });

const act = ({ app }: LaunchedConsole, name: 'hide' | 'show'): Promise<void> =>
  app.evaluate(({ BrowserWindow }, method) => BrowserWindow.getAllWindows()[0]?.[method](), name);

const isBlank = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset['unseen'] !== undefined);

interface Seen {
  readonly text: string;
  readonly written: string | null;
}

/** Returns what the page holds in the task in which its content becomes visible, before it is painted. */
const watchReturn = async (page: Page): Promise<() => Promise<Seen>> => {
  const seen = await page.evaluateHandle(() => {
    const back = new Promise<Seen>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        const field = document.activeElement as HTMLTextAreaElement | null;
        resolve({ text: document.body.textContent, written: field?.value ?? null });
      });
      observer.observe(document.documentElement, { attributeFilter: ['data-unseen'] });
    });
    return { back };
  });
  return () => seen.evaluate(({ back }) => back);
};

/** How often elements of the page were changed in two seconds. */
const mutationsOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let batches = 0;
        const observer = new MutationObserver(() => (batches += 1));
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        setTimeout(() => {
          observer.disconnect();
          resolve(batches);
        }, 2_000);
      }),
  );

describe('a hidden window', () => {
  it('rests, keeps focus, draft and place, and shows only the current floor when it comes back', async () => {
    const launched = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0'] });
    const { page, control } = launched;
    const chatId = await inChat(launched);
    const window = new ConsolePage(page);
    await window.composer.getByRole('textbox').click();
    await page.keyboard.type(half);
    const scroller = window.transcript;
    await scroller.hover();
    await page.mouse.wheel(0, -1_200);
    let place = '';
    await eventually(
      'the list rests',
      async () => {
        const before = place;
        place = await placeOf(scroller);
        return place === before && place !== '';
      },
      (isAtRest) => isAtRest,
    );
    await act(launched, 'hide');
    await eventually(
      'the page is blank',
      () => isBlank(page),
      (is) => is,
    );
    const rendered = mutationsOf(page);
    for (let line = 61; line <= 90; line += 1) await control.customerSays({ chatId, text: `Line ${String(line)}.` });
    // A visible window renders about every line, a hidden one once a second.
    expect(await rendered).toBeLessThan(15);
    const whenBack = await watchReturn(page);
    await act(launched, 'show');
    const { text, written } = await whenBack();
    expect([text.includes('Line 90.'), written]).toEqual([true, half]);
    await eventually(
      'the place is kept',
      () => placeOf(scroller),
      (now) => now === place,
    );
  });
});
