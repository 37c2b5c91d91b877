import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../../support/electron/eventually';
import { FloorProcess } from '../../support/practice/floor-process';
import type { Measure } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { settingsForAlerts } from '../stage/alert-settings';
import { AlertedChats, type AlertedChat } from '../stage/alerted-chats';
import { AttendedConsole } from '../stage/attended-console';
import { openSession, serveNotifications, withEndings } from '../stage/desktop-session';
import { killAndWait } from '../stage/kill';

const goal = '0 repeated, 0 lost';

/**
 * Ends the program while alerts come in, by force or in an orderly way, and starts it again at the same floor. Alerts of
 * the last run are not shown again; those that begin while no program runs are shown by the next.
 */
export const measure: Measure = {
  name: 'alerts.restart',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox'],
  run: ({ seed, short, report }) =>
    withEndings(async (endings) => {
      const session = await openSession(endings);
      const service = await serveNotifications(endings, session);
      const floor = endings.add(await FloorProcess.start({ seed }), (one) => one.stop());
      const chance = new Chance(seed);
      const options = { floor, environment: session.environment, settings: settingsForAlerts };
      let console = await AttendedConsole.open(options);
      const { profile } = console.launched;
      endings.add(profile, () => {
        rmSync(profile, { recursive: true, force: true });
      });
      endings.add(null, () => console.close());
      const chats = new AlertedChats(floor.control, console.agents);
      const restarts = short ? 3 : 50;
      let [repeated, lost, raised] = [0, 0, 0];
      for (let restart = 0; restart < restarts; restart += 1) {
        const round: AlertedChat[] = [];
        // At most as many as have a notification of their own.
        for (let at = 0; at < 4; at += 1) round.push(await chats.start());
        const [before, meanwhile] = [round.slice(0, 2), round.slice(2)];
        for (const chat of before) await chats.alarm(chat);
        const endsAfterMs = chance.between(0, 600);
        await new Promise((resolve) => setTimeout(resolve, endsAfterMs));
        const isKilled = chance.happens(0.7);
        if (isKilled) await killAndWait(console.launched.app);
        else await console.launched.quit();
        const stored = await readFile(path.join(profile, 'raised-alerts.json'), 'utf8').catch(() => '');
        for (const chat of meanwhile) await chats.alarm(chat);
        console = await AttendedConsole.open({ ...options, profile });
        // Who quits leaves the chats, and what is said there afterwards is not known.
        const expected = isKilled ? round : [];
        raised += round.length;
        const timesShown = ({ customer }: AlertedChat): number =>
          service.received.filter(({ body, replacesId }) => replacesId === 0 && body.includes(customer)).length;
        await eventually(
          'all are shown',
          () => Promise.resolve(expected.filter((chat) => timesShown(chat) === 0)),
          (missing) => missing.length === 0,
          10_000,
        ).catch(() => undefined);
        for (const chat of round) {
          const times = timesShown(chat);
          const isLost = times === 0 && expected.includes(chat);
          if (isLost) lost += 1;
          if (times > 1) repeated += 1;
          if (!isLost && times <= 1) continue;
          const when = before.includes(chat) ? 'before the end' : 'while nothing ran';
          const raised = `${stored.includes(chat.chatId) ? '' : 'not '}stored, ended ${endsAfterMs} ms after the last alert`;
          const hot = (await console.hotReasons()).get(chat.chatId)?.join() ?? 'none';
          report(`restart ${restart + 1}: an alert from ${when} was shown ${times} times; ${raised}; hot now: ${hot}`);
        }
        for (const chat of round) await chats.end(chat);
      }
      const value = `${repeated} repeated, ${lost} lost of ${raised} in ${restarts} restarts`;
      return [{ name: measure.name, value, goal, pass: repeated === 0 && lost === 0 && raised > 0 }];
    }),
};
