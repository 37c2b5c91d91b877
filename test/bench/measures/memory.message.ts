import process from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';
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

/** A function of its own and asynchronous, because a stack keeps what its functions once held, also the reading. */
async function longConsole(lines: number): Promise<{ readonly console: LongConsole; readonly read: number }> {
  await nextTurn();
  const console = new LongConsole(chats, lines);
  const read = textBytes(console.reading);
  console.forgetReading();
  return { console, read };
}

async function bytesBeyondText(lines: number): Promise<number> {
  const before = heapBytes();
  const { console, read } = await longConsole(lines);
  await nextTurn();
  const bytes = heapBytes() - before - read;
  console.dispose();
  return bytes;
}

/** Heap of main for each message beyond its text: what a floor of long chats takes more than one of short chats. */
export const measure: BenchMeasure = {
  name: 'memory.message',
  order: 120,
  goal: `at most ${String(goal)} bytes in main`,
  async run() {
    const ofOne: number[] = [];
    // The first round is not counted: it also loads and compiles.
    for (let round = 0; round <= rounds; round += 1) {
      const few = await bytesBeyondText(fewLines);
      await nextTurn();
      const many = await bytesBeyondText(manyLines);
      await nextTurn();
      if (round > 0) ofOne.push((many - few) / (chats * (manyLines - fewLines)));
    }
    return [
      rowOf({
        name: 'memory.message.main',
        unit: 'bytes a message',
        goal: `at most ${String(goal)}`,
        rounds: ofOne,
        isMet: (value) => value <= goal,
      }),
    ];
  },
};
