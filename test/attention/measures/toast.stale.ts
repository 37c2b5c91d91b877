import { FloorProcess } from '../../support/practice/floor-process';
import { withinDeadline } from '../../faults/live/within-deadline';
import type { Measure } from '../../faults/measure';
import { percentile } from '../../faults/tally';
import { Chance } from '../../faults/world/chance';
import { settingsForAlerts } from '../stage/alert-settings';
import { AlertedChats, type AlertedChat } from '../stage/alerted-chats';
import { AttendedConsole } from '../stage/attended-console';
import { openSession, serveNotifications, withEndings } from '../stage/desktop-session';
import { waitForToast } from '../stage/toasts';

const goal = 'withdrawn within 1 s, 100 %';
const withinMs = 1_000;

interface Stage {
  readonly console: AttendedConsole;
  readonly floor: FloorProcess;
}

/** How the reason of an alert ends. */
const waysToEnd = {
  chatEnds: ({ floor }, { chatId }) => floor.control.endChat({ chatId }),
  customerIsRelieved: ({ floor }, { chatId }) =>
    floor.control.customerSays({ chatId, text: 'Perfect, that is solved now, thank you very much.' }),
  isAcknowledged: async ({ console }, { chatId }) => {
    await console.invoke('attention.acknowledge', { chatId, rules: ['escalationWords'] });
  },
  isLookedAt: async ({ console }, { chatId }) => {
    await console.launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.show();
      BrowserWindow.getAllWindows()[0]?.focus();
    });
    const open = `(() => { const found = document.querySelector('li[data-chat="${chatId}"] [data-part="open"]');
      found?.click(); return found !== null; })()`;
    await console.window.shows('the chat in the list', open);
  },
} satisfies Record<string, (stage: Stage, chat: AlertedChat) => Promise<void>>;

export const measure: Measure = {
  name: 'toast.stale',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox'],
  run: async ({ seed, short, report }) =>
    withEndings(async (all) => {
      const session = await openSession(all);
      const service = await serveNotifications(all, session);
      const floor = all.add(await FloorProcess.start({ seed }), (one) => one.stop());
      const options = { floor, environment: session.environment, settings: settingsForAlerts };
      const console = all.add(await AttendedConsole.open(options), (one) => one.close());
      const chats = new AlertedChats(floor.control, console.agents);
      const names = Object.keys(waysToEnd) as (keyof typeof waysToEnd)[];
      const count = short ? names.length : 100;
      const ways = new Chance(seed).shuffled(Array.from({ length: count }, (_, at) => names[at % names.length]!));
      const times: number[] = [];
      let late = 0;
      for (const way of ways) {
        const chat = await chats.start();
        await chats.alarm(chat);
        const toast = await waitForToast(console, service, chat);
        await waysToEnd[way]({ console, floor }, chat);
        const tookMs = await withinDeadline(() => service.closedIds.includes(toast.id), withinMs * 5);
        if (tookMs === null || tookMs > withinMs) {
          late += 1;
          const front = JSON.stringify(await console.inFront());
          report(
            `${way}: ${tookMs === null ? 'never withdrawn' : `withdrawn after ${Math.round(tookMs)} ms`}; ${front}`,
          );
        } else times.push(tookMs);
        if (way !== 'chatEnds') await chats.end(chat);
      }
      const [median, worst] = [0.5, 1].map((share) => Math.round(percentile(times, share)));
      const value = `${count - late} of ${count}, median ${median} ms, worst ${worst} ms`;
      return [{ name: measure.name, value, goal, pass: late === 0 && times.length > 0 }];
    }),
};
