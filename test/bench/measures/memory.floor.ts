import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { rounded, type BenchMeasure, type BenchRow } from '../measure';
import { memoryOf } from '../process-tree';
import { onFloor } from '../on-floor';
import { openWall, signIn, watchAll } from '../windows';

const [chats, linesEach, settlingMs] = [200, 200, 10_000];
const joinedWithinMs = 120_000;

/** How many chats and lines the page holds. */
function held(page: Page): Promise<{ readonly chats: number; readonly lines: number }> {
  return page.evaluate(() => {
    type Held = { readonly chats: Map<string, unknown>; readonly transcripts: Map<string, { entries: unknown[] }> };
    const root = document.querySelector('#app') as unknown as {
      __vue_app__: { config: { globalProperties: { $pinia: { _s: Map<string, Held> } } } };
    };
    const store = root.__vue_app__.config.globalProperties.$pinia._s.get('chats');
    const lines = [...(store?.transcripts.values() ?? [])].reduce((sum, { entries }) => sum + entries.length, 0);
    return { chats: store?.chats.size ?? 0, lines };
  });
}

/** A full floor as it stands, without asking for a collection first: that is what a supervisor's machine has to hold. */
export const measure: BenchMeasure = {
  name: 'memory.floor',
  order: 110,
  goal: 'at most 60 MB over the empty window, 80 with the wall, 62 after it',
  run: (context) =>
    onFloor(context, async ({ floor, console, empty }) => {
      const rows: BenchRow[] = [];
      const { page } = console;
      await signIn(page, floor.url);
      await watchAll(page, floor.agentIds);
      floor.child.order({ type: 'fill', chats, linesEach });
      await floor.child.next('filled');
      const deadline = performance.now() + joinedWithinMs;
      for (let now = await held(page); now.lines < chats * linesEach; now = await held(page)) {
        if (performance.now() > deadline)
          throw new Error(`only ${String(now.chats)} chats with ${String(now.lines)} lines`);
        await pause(500);
      }
      const add = async (name: string, most: number): Promise<void> => {
        await pause(settlingMs);
        const base = memoryOf(empty.pids());
        const over = memoryOf(console.pids()) - base;
        rows.push({
          ...{ name, value: rounded(over), unit: 'MB over the empty window', floor: rounded(base), ratio: null },
          ...{ goal: `at most ${String(most)}`, pass: over <= most },
        });
      };
      await add('memory.floor', 60);
      await openWall(page, 24);
      await add('memory.floor.wall', 80);
      await page.keyboard.press('Control+,');
      await page.locator('[data-tile]').first().waitFor({ state: 'detached' });
      await add('memory.floor.left', 62);
      const { lines } = await held(page);
      context.report(`${String(chats)} chats, ${String(lines)} lines held by the page`);
      return rows;
    }),
};
