import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole } from '../support/electron/launch';
import { firstLineOf, openLongChat } from '../support/electron/long-chat';

const half = 'Half a sentence';

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
    const chatId = await openLongChat(launched, 60);
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
        place = await firstLineOf(scroller);
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
      () => firstLineOf(scroller),
      (now) => now === place,
    );
  });
});
