import type { Finding, Measure } from '../../faults/measure';
import { withEndings } from '../stage/desktop-session';
import { trayTrials } from '../stage/tray-trials';

const goal = 'icon and menu within 2 s, window never unreachable, program never ended unasked';

export const measure: Measure = {
  name: 'tray.host',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox', 'trayer', 'xfce4-panel', 'xdotool'],
  run: async ({ short, report }) => {
    // The short cut runs on busy machines, so it only asks whether.
    const patience = short ? { iconMs: 15_000, backMs: 20_000 } : { iconMs: 2_000, backMs: 6_000 };
    const findings: Finding[] = [];
    for (const [host, trial] of Object.entries(trayTrials)) {
      const faults = await withEndings((endings) => trial(endings, patience));
      for (const fault of faults) report(`${host}: ${fault}`);
      const name = `tray.host.${host.replaceAll(/[^A-Za-z]/g, '')}`;
      const value = faults.length === 0 ? 'as it should be' : faults.join('; ').slice(0, 160);
      findings.push({ name, value: `${host}: ${value}`, goal, pass: faults.length === 0 });
    }
    return findings;
  },
};
