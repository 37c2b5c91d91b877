import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ConsolePage } from '../../support/electron/console-page';
import { quantile, rowOf, type BenchMeasure, type BenchRow } from '../measure';
import { paintedMarks, probeIn } from '../page-probes';
import { onFloor } from '../on-floor';
import { fillFloor, openWall, signIn, watchAll } from '../windows';

const [rounds, marksEach, apartMs, settlingMs] = [3, 40, 50, 1_500];
const [chats, linesEach, tiles, frameMs] = [200, 20, 24, 1_000 / 60];
/** Events a second, a factor of ten apart, so that the growth of the cost shows. */
const rates = [10, 100, 1_000] as const;

/** From the moment a line is said on the practice floor to its frame. The floor is an event stream into the empty window. */
export const measure: BenchMeasure = {
  name: 'pixel.latency',
  order: 75,
  goal: 'p95 at most 2 frames above the round trip of the empty window with a chat, 3 with the wall',
  run: (context) =>
    onFloor(context, async ({ floor, console, empty }) => {
      const rows: BenchRow[] = [];
      const { page } = console;
      await signIn(page, floor.url);
      await watchAll(page, floor.agentIds);
      await fillFloor(floor, page, { chats, linesEach });
      await empty.page.evaluate(`new EventSource(${JSON.stringify(floor.marksUrl)}).onmessage = ({ data }) => {
        document.body.append(document.createTextNode(data));
      }`);
      for (const one of [page, empty.page]) await probeIn(one);

      const delaysIn = async (one: Page, marks: readonly (readonly [string, number])[]): Promise<readonly number[]> => {
        const painted = new Map(await paintedMarks(one));
        return marks.flatMap(([marker, at]) => {
          const paintedAt = painted.get(marker);
          return paintedAt === undefined ? [] : [paintedAt - at];
        });
      };
      /** `shown`: the chats whose lines are on the screen. */
      const add = async (view: string, mostFrames: number, shown: () => Promise<readonly string[]>): Promise<void> => {
        for (const rate of rates) {
          floor.child.order({ type: 'load', chats, rate });
          await pause(settlingMs);
          const [ours, bare]: [number[], number[]] = [[], []];
          let missed = 0;
          for (let round = 0; round < rounds; round += 1) {
            for (const one of [page, empty.page]) await paintedMarks(one);
            floor.child.order({ type: 'mark', chatIds: await shown(), count: marksEach, apartMs });
            const { marks } = await floor.child.next('marked');
            await pause(settlingMs);
            const [seen, seenBare] = [await delaysIn(page, marks), await delaysIn(empty.page, marks)];
            missed += marks.length - seen.length;
            ours.push(quantile(seen, 0.95));
            bare.push(quantile(seenBare, 0.95));
          }
          context.report(
            `${view}, ${String(rate)} events a second: ${String(missed)} of ${String(rounds * marksEach)} lines not on the screen`,
          );
          rows.push(
            rowOf({
              ...{ name: `pixel.latency.${view}.${String(rate)}`, unit: 'ms, p95', rounds: ours, floorRounds: bare },
              goal: `at most ${String(mostFrames)} frames above the empty window`,
              isMet: (value, base) => value <= base + mostFrames * frameMs,
            }),
          );
        }
        floor.child.order({ type: 'load', chats, rate: 0 });
      };

      const first = new ConsolePage(page).chatList.locator('[data-chat]').first();
      await first.getByRole('button').first().click();
      await page.getByTestId('transcript').waitFor();
      const open = await first.getAttribute('data-chat');
      await add('chat', 2, () => Promise.resolve(open === null ? [] : [open]));
      await openWall(page, tiles);
      await add('wall', 3, () =>
        page.locator('[data-tile]').evaluateAll((all) => all.map((tile) => tile.getAttribute('data-chat') ?? '')),
      );
      return rows;
    }),
};
