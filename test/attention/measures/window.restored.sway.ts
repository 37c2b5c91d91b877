import { eventually } from '../../support/electron/eventually';
import type { Measure } from '../../faults/measure';
import { AttendedConsole } from '../stage/attended-console';
import { withEndings } from '../stage/desktop-session';
import { openSwaySession } from '../stage/sway-session';

const goal = 'main window and wall of the last run are seen';
const shownWithinMs = 15_000;

/** Under Wayland a window that opens hidden may never report that it is ready, so the wall of the last run stayed unseen. */
export const measure: Measure = {
  name: 'window.restored.sway',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'sway'],
  run: ({ short, report }) =>
    withEndings(async (endings) => {
      const { sway, options } = await openSwaySession(endings);
      const first = endings.add(await AttendedConsole.open(options), (one) => one.close());
      const seenBy = async (console: AttendedConsole): Promise<number> =>
        (await sway.windowsOf(console.launched.app.process().pid ?? 0)).filter(({ isVisible }) => isVisible).length;
      await first.invoke('wall.openWindow', null);
      await eventually(
        'the wall opens',
        () => seenBy(first),
        (count) => count === 2,
      );
      const starts = short ? 1 : 10;
      let right = 0;
      let { launched } = first;
      for (let start = 0; start < starts; start += 1) {
        await launched.quit();
        const console = endings.add(await AttendedConsole.open({ ...options, profile: launched.profile }), (one) =>
          one.close(),
        );
        ({ launched } = console);
        const seen = await eventually(
          'both windows',
          () => seenBy(console),
          (count) => count === 2,
          shownWithinMs,
        ).catch(() => 0);
        if (seen === 2) right += 1;
        else report(`start ${start + 1}: not both windows are seen`);
      }
      const value = `${right} of ${starts} starts under sway`;
      return [{ name: measure.name, value, goal, pass: right === starts }];
    }),
};
