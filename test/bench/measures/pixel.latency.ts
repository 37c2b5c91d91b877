import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { quantile, rowOf, type BenchMeasure, type BenchRow } from '../measure';
import { paintedMarks, probeIn } from '../page-probes';
import { onFloor } from '../on-floor';
import { fillFloor, openWall, signIn, watchAll } from '../windows';

const [rounds, marksEach, apartMs, settlingMs] = [3, 60, 70, 1_500];
const [chats, linesEach, tiles, frameMs] = [24, 20, 24, 1_000 / 60];

/** From the moment a line is said on the practice floor to its frame. The floor is an event stream into the empty window. */
export const measure: BenchMeasure = {
  name: 'pixel.latency',
  order: 75,
  goal: 'p95 at most 3 frames above the round trip of the empty window with the wall',
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
      await openWall(page, tiles);
      for (const rate of [0, 100]) {
        floor.child.order({ type: 'load', chats, rate });
        await pause(settlingMs);
        const [ours, bare]: [number[], number[]] = [[], []];
        let missed = 0;
        for (let round = 0; round < rounds; round += 1) {
          for (const one of [page, empty.page]) await paintedMarks(one);
          floor.child.order({ type: 'mark', count: marksEach, apartMs });
          const { marks } = await floor.child.next('marked');
          await pause(settlingMs);
          const delays = async (one: Page): Promise<readonly number[]> => {
            const painted = new Map(await paintedMarks(one));
            return marks.flatMap(([marker, at]) => {
              const paintedAt = painted.get(marker);
              return paintedAt === undefined ? [] : [paintedAt - at];
            });
          };
          const [seen, seenBare] = [await delays(page), await delays(empty.page)];
          missed += marks.length - seen.length;
          ours.push(quantile(seen, 0.95));
          bare.push(quantile(seenBare, 0.95));
        }
        context.report(
          `${String(rate)} events a second: ${String(missed)} of ${String(rounds * marksEach)} lines not found on the wall`,
        );
        rows.push(
          rowOf({
            ...{ name: `pixel.latency.wall.${String(rate)}`, unit: 'ms, p95', rounds: ours, floorRounds: bare },
            goal: 'at most 3 frames above the empty window',
            isMet: (value, base) => value <= base + 3 * frameMs,
          }),
        );
      }
      return rows;
    }),
};
