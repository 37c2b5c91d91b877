import { cpuSinceStart } from '../process-tree';
import { rowOf, type BenchMeasure } from '../measure';
import { openConsole, openEmpty, openFloor, signIn } from '../windows';

const rounds = 5;

/** Processor time of all processes from their start, with a new profile each. */
export const measure: BenchMeasure = {
  name: 'start',
  order: 20,
  goal: 'at most 1.35x the empty window; live at most 1.8x',
  async run(context) {
    const floor = await openFloor({ agents: 40, chats: 100, rate: 0, seed: 7 });
    const [empty, signInPage, live] = [[], [], []] as [number[], number[], number[]];
    const clock = { empty: [] as number[], console: [] as number[] };
    try {
      for (let round = 0; round < rounds; round += 1) {
        const bareFrom = performance.now();
        const bare = await openEmpty(context);
        clock.empty.push(performance.now() - bareFrom);
        empty.push(cpuSinceStart(bare.pids()));
        await bare.close();
        const from = performance.now();
        const console = await openConsole(context, floor.url);
        clock.console.push(performance.now() - from);
        signInPage.push(cpuSinceStart(console.pids()));
        await signIn(console.page, floor.url);
        live.push(cpuSinceStart(console.pids()));
        await console.close();
      }
    } finally {
      floor.child.end();
    }
    const row = (name: string, most: number, unit: string, values: readonly number[], floorRounds: readonly number[]) =>
      rowOf({
        ...{ name, unit, floorRounds, rounds: values },
        goal: `at most ${String(most)}x`,
        isMet: (value, base) => value <= most * base,
      });
    return [
      row('start.window', 1.35, 'ms of CPU', signInPage, empty),
      row('start.window.clock', 1.35, 'ms', clock.console, clock.empty),
      row('start.live', 1.8, 'ms of CPU', live, empty),
    ];
  },
};
