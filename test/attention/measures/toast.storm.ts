import { eventually } from '../../support/electron/eventually';
import type { StandInNotifications } from '../../support/desktop/stand-in-notifications';
import { FloorProcess } from '../../support/practice/floor-process';
import type { Measure } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { settingsForAlerts } from '../stage/alert-settings';
import { AlertedChats, sayings, type AlertedChat } from '../stage/alerted-chats';
import { AttendedConsole } from '../stage/attended-console';
import { openSession, serveNotifications, withEndings } from '../stage/desktop-session';

const goal = 'at most one sound in 2 s, one live toast for each chat, none missing in the list';
const stormMs = 60_000;
/** Two sounds 2 s apart may arrive closer by what the first was delayed. */
const deliveryMs = 100;
const rules = Object.keys(sayings) as (keyof typeof sayings)[];

/** Follows the live toasts from outside: more than one for a chat is a fault, also for a moment. */
function watchForDoubles(service: StandInNotifications, chats: readonly AlertedChat[]): () => ReadonlySet<string> {
  const doubled = new Set<string>();
  const timer = setInterval(() => {
    const bodies = [...service.live.values()].map(({ body }) => body);
    for (const { customer } of chats) {
      if (bodies.filter((body) => body.includes(customer)).length > 1) doubled.add(customer);
    }
  }, 20);
  return () => {
    clearInterval(timer);
    return doubled;
  };
}

export const measure: Measure = {
  name: 'toast.storm',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox'],
  run: async ({ seed, short, report }) =>
    withEndings(async (endings) => {
      const session = await openSession(endings);
      const service = await serveNotifications(endings, session);
      const floor = endings.add(await FloorProcess.start({ agents: 40, seed }), (one) => one.stop());
      const options = { floor, environment: session.environment, settings: settingsForAlerts };
      const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
      const chats = new AlertedChats(floor.control, console.agents);
      const alerts = short ? 60 : 1_000;
      const all: AlertedChat[] = [];
      while (all.length * rules.length < alerts) all.push(await chats.start());

      const storm = new Chance(seed).shuffled(all.flatMap((chat) => rules.map((rule) => ({ chat, rule }))));
      const doubles = watchForDoubles(service, all);
      const spread = (short ? stormMs / 6 : stormMs) / storm.length;
      const began = performance.now();
      for (const [at, { chat, rule }] of storm.entries()) {
        await chats.alarm(chat, rule);
        const early = began + (at + 1) * spread - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      }
      const tookMs = performance.now() - began;
      const missing = async (): Promise<number> => {
        const listed = await console.hotReasons();
        return storm.filter(({ chat, rule }) => listed.get(chat.chatId)?.includes(rule) !== true).length;
      };
      const missed = await eventually('the list is complete', missing, (count) => count === 0).catch(missing);
      const doubled = doubles();
      const sounds = service.received.filter(({ hasSound }) => hasSound).map(({ at }) => at);
      const gaps = sounds.slice(1).map((at, index) => at - (sounds[index] ?? 0));
      const early = gaps.filter((gap) => gap < 2_000 - deliveryMs).length;
      if (service.received.length === 0) report(`no toast; the console says: ${await console.desktop()}`);
      report(`${storm.length} alerts in ${(tookMs / 1_000).toFixed(1)} s, ${service.received.length} calls of Notify`);
      report(`${sounds.length} sounds, the closest two ${Math.round(Math.min(...gaps))} ms apart`);
      return [
        {
          name: measure.name,
          value: `${storm.length} alerts: ${early} sounds too early of ${sounds.length}, ${doubled.size} chats with two toasts, ${missed} missing`,
          goal,
          pass: early === 0 && doubled.size === 0 && missed === 0 && sounds.length > 1,
        },
      ];
    }),
};
