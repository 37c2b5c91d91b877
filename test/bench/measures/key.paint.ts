import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ConsolePage } from '../../support/electron/console-page';
import { quantile, rounded, rowOf, type BenchMeasure, type BenchRow } from '../measure';
import { keyTimes, longTasks, probeIn } from '../page-probes';
import { onFloor } from '../on-floor';
import { fillFloor, openWall, signIn, watchAll } from '../windows';

const [rounds, keysEach, apartMs, rate] = [3, 60, 60, 100];
const [chats, linesEach, tiles] = [30, 30, 24];

/** Typing while the floor gets 100 events a second, in turns with the text field of the empty window. */
export const measure: BenchMeasure = {
  name: 'key.paint',
  order: 80,
  goal: 'p95 at most 24 ms above the empty window with the wall, 12 with a chat',
  run: (context) =>
    onFloor(context, async ({ floor, console, empty }) => {
      const rows: BenchRow[] = [];
      const { page } = console;
      await signIn(page, floor.url);
      await watchAll(page, floor.agentIds, 'coach');
      await fillFloor(floor, page, { chats, linesEach });
      for (const one of [page, empty.page]) await probeIn(one);
      floor.child.order({ type: 'load', chats, rate });

      const p95 = (times: readonly number[]): number => quantile(times, 0.95);
      const add = async (name: string, mostMs: number, focus: () => Promise<unknown>): Promise<void> => {
        const [ours, bare]: [number[], number[]] = [[], []];
        for (let round = 0; round < rounds; round += 1) {
          await page.bringToFront();
          await focus();
          ours.push(p95(await keyTimes(page, keysEach, apartMs)));
          await empty.page.bringToFront();
          await empty.page.locator('textarea').focus();
          bare.push(p95(await keyTimes(empty.page, keysEach, apartMs)));
        }
        rows.push(
          rowOf({
            ...{ name: `key.paint.${name}`, unit: 'ms, p95', rounds: ours, floorRounds: bare },
            goal: `at most ${String(mostMs)} above the empty window`,
            isMet: (value, base) => value <= base + mostMs,
          }),
        );
      };

      const window = new ConsolePage(page);
      const first = window.chatList.locator('[data-chat]').first();
      await first.getByRole('button').first().click();
      await window.composer.getByRole('textbox').waitFor();
      await add('chat.composer', 12, () => window.composer.getByRole('textbox').focus());
      await add('chat.filter', 12, () => window.chatList.getByRole('searchbox').focus());
      await window.chatList.getByRole('searchbox').fill('');

      await openWall(page, tiles);
      const openPalette = async (): Promise<void> => {
        if ((await page.getByTestId('palette').count()) === 0) await page.keyboard.press('Control+k');
        await page.getByTestId('palette').getByRole('combobox').focus();
      };
      await add('wall.palette', 24, openPalette);
      rows.push(await tasksWhileTyping(page, openPalette));
      return rows;
    }),
};

const typingMs = 60_000;

/** A minute of typing in the palette over the wall and scrolling its tiles. */
async function tasksWhileTyping(page: Page, focus: () => Promise<void>): Promise<BenchRow> {
  await page.bringToFront();
  await focus();
  await pause(1_000);
  await longTasks(page);
  for (const until = performance.now() + typingMs; performance.now() < until;) {
    await keyTimes(page, 16, 60);
    await page.keyboard.press('Escape');
    await page.mouse.wheel(0, -200);
    await pause(200);
    await page.mouse.wheel(0, 400);
    await focus();
  }
  const tasks = await longTasks(page);
  return {
    ...{ name: 'ui.longTasks', value: tasks.length, unit: 'tasks over 50 ms a minute', floor: null, ratio: null },
    ...{ goal: '0', pass: tasks.length === 0, spread: [0, rounded(Math.max(0, ...tasks))] },
  };
}
