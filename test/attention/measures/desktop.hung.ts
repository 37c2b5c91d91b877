import { keyringFlag } from '../../support/desktop/keyring';
import { FloorProcess } from '../../support/practice/floor-process';
import type { Finding, Measure, MeasureContext } from '../../faults/measure';
import { percentile } from '../../faults/tally';
import { Chance } from '../../faults/world/chance';
import { settingsForAlerts } from '../stage/alert-settings';
import { AttendedConsole } from '../stage/attended-console';
import { withEndings, type Endings } from '../stage/desktop-session';
import { hungActs, HungStage, type Moment } from '../stage/hung-acts';
import {
  openDesktopWithoutStart,
  openHangingDesktop,
  type HangingDesktop,
  type HungService,
} from '../stage/hung-services';
import { timeStart } from '../stage/timed-start';

const goal = 'longest stall of main 50 ms, or as with all well; stepping back and first window in their usual time';
const maxStallMs = 50;
const flags = [keyringFlag];
type ActName = keyof typeof hungActs;

interface Found {
  readonly healthy: Moment[];
  readonly hung: Moment[];
  readonly healthyStarts: number[];
  readonly hungStarts: number[];
}

/** The answer of main was collected as garbage before the driver had it, in one of three runs; why is not known. */
const runsAsRootBecause = 'The driver loses answers of main while a service hangs and main belongs to another user.';

const desktops = [openHangingDesktop, openDesktopWithoutStart];

async function playMoments(
  endings: Endings,
  { session, services }: HangingDesktop,
  { seed, short, report }: MeasureContext,
  found: Found,
): Promise<void> {
  const floor = endings.add(await FloorProcess.start({ agents: 4, seed }), (one) => one.stop());
  const options = { floor, flags, environment: session.environment, settings: settingsForAlerts, runsAsRootBecause };
  const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
  const stage = await HungStage.open(console, floor);
  const names = Object.keys(hungActs) as ActName[];
  // Eight acts and five services are forty moments.
  const actNames: readonly ActName[] = short ? ['alert', 'stepBack'] : [...names, 'alert', 'stepBack', 'stepBack'];
  const pairs = actNames.flatMap((act) => [null, ...services].map((service) => ({ act, service })));
  // In between, so that a busy minute of the machine does not meet only one of the two.
  for (const { act, service } of new Chance(seed).shuffled([
    ...pairs,
    ...actNames.map((act) => ({ act, service: null })),
  ])) {
    const moment = await stage.play(act, service);
    (service === null ? found.healthy : found.hung).push(moment);
    const { stallMs, stepBackMs } = moment;
    const step = stepBackMs === null ? '' : `, stepping back ${String(stepBackMs)} ms`;
    report(`${service?.name ?? 'all well'}, ${act}: stall ${stallMs.toFixed(0)} ms${step}`);
  }
  for (const problem of console.launched.problems) report(problem);
}

async function playStarts(
  { session, servicesOfStart }: HangingDesktop,
  short: boolean,
  report: MeasureContext['report'],
  found: Found,
): Promise<void> {
  const timed = async (service: HungService | null): Promise<number> => {
    const letContinue = service === null ? () => undefined : await service.hang();
    try {
      return await timeStart({ environment: session.environment, flags, runsAsRootBecause });
    } finally {
      letContinue();
    }
  };
  for (let round = 0; round < (short ? 1 : 2); round += 1) {
    for (const service of servicesOfStart) {
      const [healthy, hung] = [await timed(null), await timed(service)];
      found.healthyStarts.push(healthy);
      found.hungStarts.push(hung);
      report(`start with ${service.name} hung: ${hung.toFixed(0)} ms, just before without: ${healthy.toFixed(0)} ms`);
    }
  }
}

function summary(values: readonly number[]): string {
  return `${percentile(values, 0.5).toFixed(0)} ms, ${Math.max(...values).toFixed(0)} at worst`;
}

/** The usual time: the median by at most half more, and no single case beyond twice the slowest healthy one. */
function isUsual(hung: readonly number[], healthy: readonly number[]): boolean {
  const [median, usual] = [percentile(hung, 0.5), percentile(healthy, 0.5)];
  return hung.length > 0 && median <= usual * 1.5 + 20 && Math.max(...hung) <= Math.max(...healthy) * 2 + 50;
}

function findingsOf({ healthy, hung, healthyStarts, hungStarts }: Found): readonly Finding[] {
  const stallOf = (moments: readonly Moment[]): number => Math.max(...moments.map(({ stallMs }) => stallMs));
  const stepsOf = (moments: readonly Moment[]): readonly number[] =>
    moments.flatMap(({ stepBackMs }) => (stepBackMs === null ? [] : [stepBackMs]));
  const [stall, usualStall] = [stallOf(hung), stallOf(healthy)];
  const [steps, usualSteps] = [stepsOf(hung), stepsOf(healthy)];
  return [
    {
      name: 'desktop.hung.stall',
      value: `${stall.toFixed(0)} ms in ${hung.length} moments (all well: ${usualStall.toFixed(0)} ms in ${healthy.length})`,
      goal,
      pass: stall <= Math.max(maxStallMs, usualStall),
    },
    {
      name: 'desktop.hung.stepBack',
      value: `${summary(steps)} (all well: ${summary(usualSteps)})`,
      goal,
      pass: isUsual(steps, usualSteps),
    },
    {
      name: 'desktop.hung.start',
      value: `first window ${summary(hungStarts)}, ${hungStarts.length} starts (all well: ${summary(healthyStarts)})`,
      goal,
      pass: isUsual(hungStarts, healthyStarts),
    },
  ];
}

export const measure: Measure = {
  name: 'desktop.hung',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox', 'dunst', 'xfce4-panel', 'gnome-keyring-daemon'],
  run: async (context) => {
    const found: Found = { healthy: [], hung: [], healthyStarts: [], hungStarts: [] };
    for (const open of desktops) {
      await withEndings(async (endings) => {
        const desktop = await open(endings);
        await playMoments(endings, desktop, context, found);
      });
      await withEndings(async (endings) => {
        await playStarts(await open(endings), context.short, context.report, found);
      });
    }
    return findingsOf(found);
  },
};
