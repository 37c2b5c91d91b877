import type { JSHandle, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import { firstLineOf, openLongChat } from '../support/electron/long-chat';

const lineCount = 900;

it('shows a long transcript to its beginning, and leaves the line that is read where it is', async () => {
  const launched = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0'] });
  const { page, control } = launched;
  const chatId = await openLongChat(launched, lineCount);
  const transcript = new ConsolePage(page).transcript;
  const heightPx = (): Promise<number> => transcript.evaluate(({ scrollHeight }) => scrollHeight);
  const scrollTo = (top: number): Promise<void> =>
    transcript.evaluate((list, to) => {
      list.scrollTop = to;
    }, top);

  const numberAt = async (top: number): Promise<number> => {
    await scrollTo(top);
    return restingNumber();
  };
  /** The first visible line once two looks agree: rows are rendered after the scroll. */
  const restingNumber = async (): Promise<number> => {
    let line = '';
    await eventually(
      'the list rests',
      async () => {
        const before = line;
        line = await firstLineOf(transcript);
        return line === before && line !== '';
      },
      (isAtRest) => isAtRest,
    );
    return Number(/\d+/u.exec(line)?.[0]);
  };

  const lastOnly = await heightPx();
  const [lower, middle] = [await numberAt(3_900), await numberAt(2_500)];
  const upper = await numberAt(1_100);
  await eventually('earlier lines have rows', heightPx, (height) => height > lastOnly * 2);
  const line = await restingNumber();
  const reading = await firstLineOf(transcript);
  // The rows are equally high, so as many lines pass on each of the two ways of 1,400 pixels.
  expect(Math.abs(middle - upper - (lower - middle))).toBeLessThanOrEqual(1);
  expect(Math.abs(line - upper)).toBeLessThanOrEqual(1);
  await control.customerSays({ chatId, text: 'One more.' });
  await page.getByText('1 new').waitFor();
  expect(await firstLineOf(transcript)).toBe(reading);

  // With the wheel, up to where the next earlier lines get their rows, and on.
  await transcript.hover();
  const passed: number[] = [await restingNumber()];
  while ((passed.at(-1) ?? 0) > 250) {
    await page.mouse.wheel(0, -2_000);
    passed.push(await restingNumber());
  }
  const steps = passed.slice(1).map((number, place) => (passed[place] ?? 0) - number);
  expect([Math.min(...steps) >= 0, Math.max(...steps) <= 60], passed.join(' ')).toEqual([true, true]);

  await transcript.focus();
  await page.keyboard.press('Home');
  await transcript.getByText('Line 1.', { exact: true }).waitFor();
  await page.keyboard.press('End');
  await transcript.getByText('One more.').waitFor();
  await eventually('only the last lines have rows', heightPx, (height) => height <= lastOnly + 100);

  // Opened again, it renders the rows of its end only, and each of them once.
  const window = new ConsolePage(page);
  await window.goTo('Agents');
  const rendered = await renderedIndexes(page);
  await window.goTo('Chats');
  await transcript.getByText('One more.').waitFor();
  const indexes = await rendered.evaluate((list) => list);
  expect(new Set(indexes).size, indexes.join(' ')).toBe(indexes.length);
  expect(Math.min(...indexes)).toBeGreaterThan(100);
});

/** The indexes of the rows that are rendered from now on. */
function renderedIndexes(page: Page): Promise<JSHandle<number[]>> {
  return page.evaluateHandle(() => {
    const indexes: number[] = [];
    const note = (node: Node): void => {
      if (!(node instanceof HTMLElement)) return;
      const rows = node.matches('[data-index]')
        ? [node]
        : node.querySelectorAll<HTMLElement>('[role="log"] [data-index]');
      for (const row of rows) indexes.push(Number(row.dataset['index']));
    };
    new MutationObserver((records) => {
      // What is added within what was added before is not noted twice.
      const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
      for (const node of added) if (![...added].some((other) => other !== node && other.contains(node))) note(node);
    }).observe(document.body, { subtree: true, childList: true });
    return indexes;
  });
}
