import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { until } from './windows';

/**
 * Probes that run in a page. Each takes its time from the event itself, which the browser stamped, to the end of the frame
 * that follows. All are texts, because what tsx makes of a function does not run in a page.
 */
const endOfFrame = `
  const endOfFrame = (callback) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => callback(performance.now());
    port2.postMessage(null);
  });`;

const probe = `(() => {
  if (window.benchProbe !== undefined) return;
  ${endOfFrame}
  const probe = { keys: [], openings: [], texts: [], longTasks: [], target: null };
  window.benchProbe = probe;
  addEventListener('keydown', ({ timeStamp }) => endOfFrame((at) => probe.keys.push(at - timeStamp)), true);
  addEventListener('click', ({ timeStamp }) => {
    if (probe.target === null) return;
    const { text, within } = probe.target;
    const look = () => {
      const shown = document.querySelector(within)?.textContent ?? '';
      if (!shown.includes(text)) return requestAnimationFrame(look);
      requestAnimationFrame(() => endOfFrame((at) => probe.openings.push(at - timeStamp)));
    };
    requestAnimationFrame(look);
  }, true);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) probe.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  const seen = new Set();
  const look = (text) => {
    for (const [marker] of text.matchAll(/mark-\\d+-/gu)) {
      if (seen.has(marker)) continue;
      seen.add(marker);
      endOfFrame((at) => probe.texts.push([marker, performance.timeOrigin + at]));
    }
  };
  // Only what changed: reading a whole wall at each change would be most of what is measured.
  new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (type === 'characterData') look(target.data);
      for (const node of addedNodes) look(node.textContent ?? '');
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;

/** Installs the probes; a page that has them keeps them. */
export async function probeIn(page: Page): Promise<void> {
  await page.evaluate(probe);
}

const take = <T>(page: Page, list: string): Promise<readonly T[]> =>
  page.evaluate<readonly T[]>(`window.benchProbe.${list}.splice(0)`);

/** Types a word into the focused field and takes it back, again and again; returns the ms from each key to its frame. */
export async function keyTimes(page: Page, count: number, apartMs: number, word = 'aaaa'): Promise<readonly number[]> {
  await take(page, 'keys');
  for (let place = 0; place < count; place += 1) {
    const step = place % (2 * word.length);
    await page.keyboard.press(word[step] ?? 'Backspace');
    await pause(apartMs);
  }
  return take(page, 'keys');
}

/** Durations in ms of the tasks over 50 ms since the last call. */
export function longTasks(page: Page): Promise<readonly number[]> {
  return take(page, 'longTasks');
}

/** Marked texts that were painted since the last call, with the epoch milliseconds of their frame. */
export function paintedMarks(page: Page): Promise<readonly (readonly [marker: string, at: number])[]> {
  return take(page, 'texts');
}

/** Clicks and returns the ms until `text` is in `within` and two frames have passed. */
export async function openingTime(
  page: Page,
  { click, text, within }: { readonly click: string; readonly text: string; readonly within: string },
): Promise<number> {
  await page.evaluate(`window.benchProbe.target = ${JSON.stringify({ text, within })}`);
  await page.locator(click).first().click();
  await until(page, 'window.benchProbe.openings.length > 0', 20);
  const [opening = NaN] = await take<number>(page, 'openings');
  await page.evaluate('window.benchProbe.target = null');
  return opening;
}
