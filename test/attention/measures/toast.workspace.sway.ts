import type { Measure } from '../../faults/measure';
import { AttendedConsole } from '../stage/attended-console';
import { withEndings } from '../stage/desktop-session';
import { openSwaySession } from '../stage/sway-session';
import { clickFromElsewhere } from '../stage/workspaces';

const goal = 'the window is in front of the user, 100 %';

/** Under Wayland a program cannot take the focus by itself; the compositor decides. */
export const measure: Measure = {
  name: 'toast.workspace.sway',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'sway'],
  run: ({ short, report }) =>
    withEndings(async (endings) => {
      const { sway, service, floor, options } = await openSwaySession(endings);
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
