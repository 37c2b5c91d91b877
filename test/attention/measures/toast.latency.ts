import { initialSettings } from '../../../preload/contract/setting-records';
import type { AttentionRule, Settings } from '../../../preload/contract';
import { eventually } from '../../support/electron/eventually';
import { FloorProcess } from '../../support/practice/floor-process';
import type { Finding, Measure, MeasureContext } from '../../faults/measure';
import { pause, withinDeadline } from '../../faults/live/within-deadline';
import { percentile } from '../../faults/tally';
import { Chance } from '../../faults/world/chance';
import { settingsForAlerts } from '../stage/alert-settings';
import { AlertedChats } from '../stage/alerted-chats';
import { AttendedConsole } from '../stage/attended-console';
import { openSession, serveNotifications, withEndings } from '../stage/desktop-session';
import { toastOf } from '../stage/toasts';
import { windowStates } from '../stage/window-states';
import { WireClock } from '../stage/wire-clock';

const goal = 'p95 at most 300 ms with 200 chats at 100 events a second';
const maxMs = 300;
const load = { chats: 200, rate: 100 };
const waitMs = 10_000;

/** Only this rule notifies, so that the chats of the load do not compete for the places of notifications. */
const measured: AttentionRule = 'danger';
const { levels } = initialSettings.alerts;
const settings: Partial<Settings> = {
  ...settingsForAlerts,
  alerts: {
    ...initialSettings.alerts,
    namesCustomer: true,
    levels: {
      ...(Object.fromEntries(Object.keys(levels).map((rule) => [rule, 'badge'])) as typeof levels),
      [measured]: 'toast',
    },
  },
};

interface Latencies {
  readonly times: readonly number[];
  readonly lost: number;
  /** Events of agents and customers a second, as the server counted them. */
  readonly perSecond: number;
}

interface Circumstances {
  readonly isLoaded: boolean;
  /** The window is in the tray, where polls leave time between them. */
  readonly isHidden: boolean;
}

async function timeAlerts(
  { seed, short, report }: MeasureContext,
  { isLoaded, isHidden }: Circumstances,
): Promise<Latencies> {
  return withEndings(async (endings) => {
    const session = await openSession(endings);
    const service = await serveNotifications(endings, session);
    const floor = endings.add(await FloorProcess.start({ agents: 100, seed }), (one) => one.stop());
    const wire = endings.add(await WireClock.open(Number(new URL(floor.url).port)), (one) => {
      one.close();
    });
    const options = { floor, url: wire.url, environment: session.environment, settings };
    const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
    const chats = new AlertedChats(floor.control, console.agents);
    const count = short ? 8 : 60;
    const chance = new Chance(seed);
    if (isLoaded) {
      await floor.control.setLoad(load);
      const joined = async (): Promise<number> => {
        const all = await floor.control.chats();
        return all.filter(({ isFinished, parties }) => !isFinished && parties.some(({ role }) => role === 'supervisor'))
          .length;
      };
      const seen = await eventually(
        'the supervisor is in the chats',
        joined,
        (found) => found >= load.chats * 0.9,
        60_000,
      );
      report(`${seen} chats are watched`);
    }
    if (isHidden) await windowStates.hidden(console);
    const before = await floor.control.happened();
    const began = performance.now();
    const times: number[] = [];
    let lost = 0;
    for (let number = 0; number < count; number += 1) {
      const chat = await chats.start();
      // Not in step with the polls of the console.
      await pause(chance.between(100, 900));
      const reference = `reference ${String(seed)}-${String(number)}`;
      const onWire = wire.whenPassing(reference);
      await floor.control.customerSays({
        chatId: chat.chatId,
        text: `The charger is burning, there is smoke. ${reference}`,
      });
      const passedAt = await onWire;
      await withinDeadline(() => toastOf(service, chat) !== undefined, waitMs);
      const toast = toastOf(service, chat);
      if (toast === undefined) lost += 1;
      else times.push(toast.at - passedAt);
      await chats.end(chat);
    }
    const events = (await floor.control.happened()).events - before.events;
    const perSecond = (events / (performance.now() - began)) * 1_000;
    return { times, lost, perSecond };
  });
}

function summary({ times }: Latencies): string {
  const [median, high] = [0.5, 0.95].map((share) => Math.round(percentile(times, share)));
  return `median ${median} ms, p95 ${high} ms, worst ${Math.round(Math.max(...times))} ms`;
}

export const measure: Measure = {
  name: 'toast.latency',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox'],
  run: async (context) => {
    const empty = await timeAlerts(context, { isLoaded: false, isHidden: false });
    context.report(`empty floor: ${summary(empty)}`);
    const finding = async (name: string, isHidden: boolean): Promise<Finding> => {
      const loaded = await timeAlerts(context, { isLoaded: true, isHidden });
      const { times, lost, perSecond } = loaded;
      const value = `${summary(loaded)}, ${times.length} alerts, ${lost} lost, ${perSecond.toFixed(0)} events a second (empty floor: ${summary(empty)})`;
      const pass = times.length > 0 && lost === 0 && percentile(times, 0.95) <= maxMs;
      return { name, value, goal, pass };
    };
    return [await finding('toast.latency', false), await finding('toast.latency.hidden', true)];
  },
};
