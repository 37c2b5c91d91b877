import { eventually } from '../../support/electron/eventually';
import { FloorProcess } from '../../support/practice/floor-process';
import type { Measure } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { settingsForAlerts } from '../stage/alert-settings';
import { AlertedChats, sayings } from '../stage/alerted-chats';
import { AttendedConsole } from '../stage/attended-console';
import { openSession, serveNotifications, withEndings } from '../stage/desktop-session';
import { faultOfMarkup, faultOfTitle, hostileName } from '../stage/hostile-names';

const goal = '0 live markup, 0 control or bidirectional characters';
/** As many as have a toast of their own at a time. */
const atOnce = 4;

export const measure: Measure = {
  name: 'toast.markup',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox'],
  run: async ({ seed, short, report }) =>
    withEndings(async (endings) => {
      const session = await openSession(endings);
      const service = await serveNotifications(endings, session);
      const floor = endings.add(await FloorProcess.start({ seed }), (one) => one.stop());
      const options = { floor, environment: session.environment, settings: settingsForAlerts };
      const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
      const chats = new AlertedChats(floor.control, console.agents);
      const chance = new Chance(seed);
      const count = short ? 12 : 700;
      let shown = 0;
      for (let begun = 0; begun < count; begun += atOnce) {
        const started = [];
        for (let at = 0; at < atOnce; at += 1) {
          const { userName } = chance.pick(console.agents);
          const name = hostileName(chance);
          const chat = { agent: userName, customer: name, subject: hostileName(chance) };
          const { chatId } = await floor.control.startChat({ ...chat, userData: { Notes: hostileName(chance) } });
          started.push(chatId);
        }
        await chats.waitUntilJoined(started);
        for (const chatId of started) {
          await floor.control.customerSays({ chatId, text: `${sayings.escalationWords} ${hostileName(chance)}` });
        }
        const toasts = await eventually(
          'the toasts',
          () => Promise.resolve(service.live.size),
          (size) => size >= atOnce,
          8_000,
        ).catch(() => service.live.size);
        shown += toasts;
        for (const chatId of started) await chats.end({ chatId });
        await eventually(
          'they are withdrawn',
          () => Promise.resolve(service.live.size),
          (size) => size === 0,
        );
      }
      const faults = service.received.flatMap(({ title, body }) => {
        const fault = faultOfTitle(title) ?? faultOfMarkup(body);
        return fault === null ? [] : [`${fault}: ${JSON.stringify(body)}`];
      });
      for (const fault of faults.slice(0, 10)) report(fault);
      report(`${service.received.length} toasts captured, ${shown} of ${count} names had one of their own`);
      return [
        {
          name: measure.name,
          value: `${faults.length} in ${service.received.length} toasts of ${count} names`,
          goal,
          pass: faults.length === 0 && shown > count * 0.9,
        },
      ];
    }),
};
