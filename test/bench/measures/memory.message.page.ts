import type { CDPSession, Page } from 'playwright-core';
import { rounded, type BenchMeasure } from '../measure';
import { onFloor } from '../on-floor';
import { fillFloor, signIn, watchAll } from '../windows';

const [chats, keptLines, manyLines] = [40, 50, 550];

/** Bytes in use after a collection. */
async function heapOf(session: CDPSession): Promise<number> {
  for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

const chatsStore = `document.querySelector('#app').__vue_app__.config.globalProperties.$pinia._s.get('chats')`;
const searchStore = chatsStore.replace("'chats'", "'search'");

/** Bytes of all texts; they are Latin-1, of which V8 keeps one byte a letter. */
const textBytes = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `[...${chatsStore}.transcripts.values()].reduce((sum, { entries }) => sum + entries.reduce((own, { text }) => own + text.length, 0), 0)`,
  );

/** Heap of the page for each message beyond its text, of chats that are not open and beyond their last 50 lines. */
export const measure: BenchMeasure = {
  name: 'memory.message.page',
  order: 121,
  goal: '0 bytes beyond the last 50 lines of a chat that is not open',
  run: (context) =>
    onFloor(context, async ({ floor, console }) => {
      const { page } = console;
      const session = await page.context().newCDPSession(page);
      await signIn(page, floor.url);
      await watchAll(page, floor.agentIds);
      // What is loaded and kept once for the first chats is not counted.
      await fillFloor(floor, page, { chats: 2, linesEach: manyLines });
      const sizes: number[] = [];
      const texts: number[] = [];
      const note = async (): Promise<void> => {
        sizes.push(await heapOf(session));
        texts.push(await textBytes(page));
      };
      await note();
      await fillFloor(floor, page, { chats, linesEach: keptLines });
      await note();
      await fillFloor(floor, page, { chats, linesEach: manyLines });
      await note();
      await page.evaluate(`for (const id of ${chatsStore}.chats.keys()) ${searchStore}.removeChat(id)`);
      const withoutIndex = await heapOf(session);
      const [start = NaN, short = NaN, long = NaN] = sizes;
      const [startText = NaN, shortText = NaN, longText = NaN] = texts;
      const lines = chats * (manyLines - keptLines);
      const text = longText - shortText - (shortText - startText);
      const beyondText = (long - short - (short - start) - text) / lines;
      const all = chats * (keptLines + manyLines) + 2 * manyLines;
      context.report(
        `${String(lines)} lines beyond the last ${String(keptLines)}, ${(text / lines).toFixed(0)} bytes of text each; the search index holds ${((long - withoutIndex) / all).toFixed(0)} bytes a line`,
      );
      return [
        {
          ...{ name: 'memory.message.page', value: rounded(beyondText), unit: 'bytes a message', floor: null },
          ...{ ratio: null, goal: '0 beyond the last 50 lines', pass: beyondText <= 0 },
        },
      ];
    }),
};
