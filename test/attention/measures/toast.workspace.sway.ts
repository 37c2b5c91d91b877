import { PrivateBus } from '../../support/desktop/private-bus';
import { Sway } from '../../support/desktop/sway';
import { FloorProcess } from '../../support/practice/floor-process';
import type { Measure } from '../../faults/measure';
import { settingsForAlerts } from '../stage/alert-settings';
import { AttendedConsole } from '../stage/attended-console';
import { serveNotifications, withEndings } from '../stage/desktop-session';
import { clickFromElsewhere } from '../stage/workspaces';

const goal = 'the window is in front of the user, 100 %';

/** Under Wayland a program cannot take the focus by itself; the compositor decides. */
export const measure: Measure = {
  name: 'toast.workspace.sway',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'sway'],
  run: ({ short, report }) =>
    withEndings(async (endings) => {
      const bus = endings.add(await PrivateBus.start(), (one) => one.stop());
      const sway = endings.add(await Sway.start(bus.address), (one) => one.stop());
      const service = await serveNotifications(endings, { bus });
      const floor = endings.add(await FloorProcess.start(), (one) => one.stop());
      const environment = { ...sway.environment, DBUS_SESSION_BUS_ADDRESS: bus.address };
      const options = { floor, environment, flags: ['--ozone-platform=wayland'], settings: settingsForAlerts };
      const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
      const pid = console.launched.app.process().pid ?? 0;
      const workspaces = {
        goTo: (workspace: 1 | 2) => sway.command('workspace', String(workspace)),
        isInFront: async (): Promise<boolean> => {
          const window = await sway.windowOf(pid);
          return window?.isVisible === true && window.isFocused;
        },
      };
      const clicks = short ? 2 : 20;
      const right = await clickFromElsewhere({ workspaces, service, floor, console, clicks, report });
      return [{ name: measure.name, value: `sway: ${right} of ${clicks}`, goal, pass: right === clicks }];
    }),
};
