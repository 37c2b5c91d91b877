import { setTimeout as pause } from 'node:timers/promises';
import { median, rowOf, type BenchMeasure, type BenchRow } from '../measure';
import { usageOf } from '../process-tree';
import { onFloor } from '../on-floor';
import { type OpenProgram, signIn, watchAll } from '../windows';

const [roundSeconds, rounds, settlingMs] = [20, 3, 15_000];

interface Rest {
  /** Percent of one core. */
  readonly percent: number;
  readonly wakesASecond: number;
}

/** Both programs at the same time, so that whatever else the machine does weighs on both. */
async function atRest(programs: readonly OpenProgram[]): Promise<readonly Rest[]> {
  const pids = programs.map((program) => program.pids());
  const before = pids.map(usageOf);
  await pause(roundSeconds * 1_000);
  return pids.map((tree, place) => {
    const after = usageOf(tree);
    const { cpuMs = 0, wakes = 0 } = before[place] ?? {};
    return {
      percent: (after.cpuMs - cpuMs) / (roundSeconds * 10),
      wakesASecond: (after.wakes - wakes) / roundSeconds,
    };
  });
}

const hide = ({ app }: OpenProgram): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });

/** A quiet floor of 40 agents: signed in and visible, then hidden while 20 events a second come. */
export const measure: BenchMeasure = {
  name: 'cpu',
  order: 30,
  goal: 'within 0.5 % of a core of the empty window; hidden at most 1 %; at most 40 wakes a second',
  run: (context) =>
    onFloor(context, async ({ floor, console, empty }) => {
      const rows: BenchRow[] = [];
      await signIn(console.page, floor.url);
      await pause(settlingMs);
      const visible: Rest[][] = [[], []];
      for (let round = 0; round < rounds; round += 1)
        for (const [place, rest] of (await atRest([console, empty])).entries()) visible[place]?.push(rest);
      const [ours = [], bare = []] = visible;
      rows.push(
        rowOf({
          name: 'cpu.idle',
          unit: '% of a core',
          goal: 'at most 0.5 above the empty window',
          rounds: ours.map(({ percent }) => percent),
          floorRounds: bare.map(({ percent }) => percent),
          isMet: (value, base) => value <= base + 0.5,
        }),
        rowOf({
          name: 'cpu.idle.wakes',
          unit: 'wakes a second',
          goal: 'at most 40',
          rounds: ours.map(({ wakesASecond }) => wakesASecond),
          floorRounds: bare.map(({ wakesASecond }) => wakesASecond),
          isMet: (value) => value <= 40,
        }),
      );
      await watchAll(console.page, floor.agentIds);
      floor.child.order({ type: 'fill', chats: 30, linesEach: 10 });
      await floor.child.next('filled');
      floor.child.order({ type: 'load', chats: 30, rate: 20 });
      await Promise.all([hide(console), hide(empty)]);
      await pause(settlingMs);
      const hidden: Rest[] = [];
      const bareHidden: Rest[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const [one, other] = await atRest([console, empty]);
        if (one !== undefined) hidden.push(one);
        if (other !== undefined) bareHidden.push(other);
      }
      context.report(
        `hidden at 20 events a second: ${median(hidden.map(({ wakesASecond }) => wakesASecond)).toFixed(0)} wakes a second`,
      );
      rows.push(
        rowOf({
          name: 'cpu.hidden',
          unit: '% of a core',
          goal: 'at most 1',
          rounds: hidden.map(({ percent }) => percent),
          floorRounds: bareHidden.map(({ percent }) => percent),
          isMet: (value) => value <= 1,
        }),
      );
      return rows;
    }),
};
