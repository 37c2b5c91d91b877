import { FloorProcess } from '../../support/practice/floor-process';
import type { Measure } from '../../faults/measure';
import { settingsForAlerts } from '../stage/alert-settings';
import { AttendedConsole } from '../stage/attended-console';
import { openSession, serveNotifications, withEndings } from '../stage/desktop-session';
import { clickFromElsewhere } from '../stage/workspaces';

const goal = 'the window is in front of the user, 100 %';

export const measure: Measure = {
  name: 'toast.workspace',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox', 'xdotool'],
  run: ({ short, report }) =>
    withEndings(async (endings) => {
      const session = await openSession(endings);
      const { screen } = session;
      const ask = async (...words: readonly string[]): Promise<string> =>
        (await screen.tool('xdotool', ...words)).trim();
      await ask('set_num_desktops', '2');
      const service = await serveNotifications(endings, session);
      const floor = endings.add(await FloorProcess.start(), (one) => one.stop());
      const options = { floor, environment: session.environment, settings: settingsForAlerts };
      const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
      const pid = String(console.launched.app.process().pid);
      const workspaces = {
        goTo: async (workspace: 1 | 2): Promise<void> => {
          await ask('set_desktop', String(workspace - 1));
        },
        isInFront: async (): Promise<boolean> => {
          const active = await ask('getactivewindow');
          if (active === '' || (await ask('getwindowpid', active)) !== pid) return false;
          return (await ask('get_desktop_for_window', active)) === (await ask('get_desktop'));
        },
      };
      const clicks = short ? 2 : 20;
      const right = await clickFromElsewhere({ workspaces, service, floor, console, clicks, report });
      return [{ name: measure.name, value: `openbox: ${right} of ${clicks}`, goal, pass: right === clicks }];
    }),
};
