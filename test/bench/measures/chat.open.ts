import { setTimeout as pause } from 'node:timers/promises';
import { ConsolePage } from '../../support/electron/console-page';
import { quantile, rounded, rowOf, type BenchMeasure, type BenchRow } from '../measure';
import { openingTime, probeIn } from '../page-probes';
import { onFloor } from '../on-floor';
import { fillFloor, signIn, watchAll } from '../windows';

/** Lines of a transcript and the ms that opening it may take; 500 and 5,000 are for the chart of how the cost grows. */
const sizes = [
  { lines: 200, mostMs: 50 },
  { lines: 500, mostMs: 60 },
  { lines: 5_000, mostMs: 60 },
  { lines: 10_000, mostMs: 60 },
  { lines: 50_000, mostMs: 100 },
] as const;
const [rounds, opensEach, firstMostMs, restMs] = [3, 8, 100, 150];
const within = '[data-testid="transcript"]';

/** From the click on a row to two frames after its last line is there. The floor is a chat of 10 lines. */
export const measure: BenchMeasure = {
  name: 'chat.open',
  order: 85,
  goal: 'p95 at most 50 ms for 200 lines, 60 for 10,000, 100 for 50,000; the first of a session at most 100',
  run: (context) =>
    onFloor(context, async ({ floor, console }) => {
      const { page } = console;
      await signIn(page, floor.url);
      await watchAll(page, floor.agentIds);
      const short = await fillFloor(floor, page, { chats: 2, linesEach: 10 });
      const filled = [];
      for (const { lines } of sizes) filled.push((await fillFloor(floor, page, { chats: 1, linesEach: lines })).at(-1));
      await probeIn(page);
      await new ConsolePage(page).chatList.locator('[data-chat]').first().waitFor();
      const open = async (
        chat: { readonly chatId: string; readonly lastText: string } | undefined,
      ): Promise<number> => {
        if (chat === undefined) throw new Error('the floor has fewer chats than it was asked for');
        await pause(restMs);
        const click = `[data-testid="chat-list"] [data-chat="${chat.chatId}"] button`;
        return openingTime(page, { click, text: chat.lastText, within });
      };
      const first = await open(short[0]);
      const rows: BenchRow[] = [
        {
          ...{ name: 'chat.open.first', value: rounded(first), unit: 'ms', floor: null, ratio: null },
          ...{ goal: `at most ${String(firstMostMs)}`, pass: first <= firstMostMs },
        },
      ];
      for (const [place, { lines, mostMs }] of sizes.entries()) {
        const [ours, bare]: [number[], number[]] = [[], []];
        for (let round = 0; round < rounds; round += 1) {
          const [long, plain]: [number[], number[]] = [[], []];
          for (let count = 0; count < opensEach; count += 1) {
            long.push(await open(filled[place]));
            plain.push(await open(short[count % 2]));
          }
          ours.push(quantile(long, 0.95));
          bare.push(quantile(plain, 0.95));
        }
        rows.push(
          rowOf({
            ...{ name: `chat.open.${String(lines)}`, unit: 'ms, p95', rounds: ours, floorRounds: bare },
            goal: `at most ${String(mostMs)}`,
            isMet: (value) => value <= mostMs,
          }),
        );
      }
      return rows;
    }),
};
