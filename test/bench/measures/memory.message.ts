import process from 'node:process';
import type { ServerSnapshot } from '../../../main/floor/events';
import { LongConsole } from '../long-console';
import { rowOf, type BenchMeasure } from '../measure';

const [chats, fewLines, manyLines, goal, rounds] = [50, 100, 600, 130, 3];

function heapBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const textBytes = (reading: ServerSnapshot): number =>
  reading.transcripts.reduce((sum, { entries }) => sum + entries.reduce((own, { text }) => own + textSize(text), 0), 0);

/** V8 keeps a text in one byte a letter if all of them are Latin-1, otherwise in two. */
function textSize(text: string): number {
  return /^[\u0000-\u00ff]*$/u.test(text) ? text.length : 2 * text.length;
}

/** Heap of main for each message beyond its text: what a floor of long chats takes more than one of short chats. */
export const measure: BenchMeasure = {
  name: 'memory.message',
  order: 120,
  goal: `at most ${String(goal)} bytes in main`,
  run() {
    const beyondText = (): number => {
      const sizes = [fewLines, manyLines].map((lines) => {
        const before = heapBytes();
        const console = new LongConsole(chats, lines);
        const read = textBytes(console.reading);
        console.forgetReading();
        const bytes = heapBytes() - before - read;
        console.dispose();
        return bytes;
      });
      return ((sizes[1] ?? NaN) - (sizes[0] ?? NaN)) / (chats * (manyLines - fewLines));
    };
    beyondText();
    return Promise.resolve([
      rowOf({
        name: 'memory.message.main',
        unit: 'bytes a message',
        goal: `at most ${String(goal)}`,
        rounds: Array.from({ length: rounds }, beyondText),
        isMet: (value) => value <= goal,
      }),
    ]);
  },
};
