import type { BenchContext, BenchRow } from './measure';
import { openConsole, openEmpty, openFloor, type OpenProgram, type PracticeFloor } from './windows';

/** A console at its sign-in page, an empty window to compare it with, and a practice floor without chats. */
export interface FloorStage {
  readonly floor: PracticeFloor;
  readonly console: OpenProgram;
  readonly empty: OpenProgram;
}

/** Opens them, measures, and ends them however the measure ends. */
export async function onFloor(
  context: BenchContext,
  work: (stage: FloorStage) => Promise<readonly BenchRow[]>,
  agents = 40,
): Promise<readonly BenchRow[]> {
  const floor = await openFloor({ agents, chats: 0, rate: 0, seed: 7 });
  const empty = await openEmpty(context);
  const console = await openConsole(context, floor.url);
  try {
    return await work({ floor, console, empty });
  } finally {
    await Promise.all([console.close(), empty.close()]);
    floor.child.end();
  }
}
