import type { Finding, Measure } from '../../faults/measure';
import { withEndings } from '../stage/desktop-session';
import { goneTrials } from '../stage/gone-trials';

const goal = '0 crashes, each reported once, delivery back without a restart, no foreign notification closed';

export const measure: Measure = {
  name: 'toast.gone',
  goal,
  needs: ['Xvfb', 'dbus-daemon', 'openbox', 'dunst'],
  run: async ({ short, report }) => {
    const rounds = short ? 1 : 10;
    const findings: Finding[] = [];
    for (const [trial, play] of Object.entries(goneTrials)) {
      const faults = await withEndings((endings) => play(endings, rounds));
      for (const fault of faults) report(`${trial}: ${fault}`);
      const name = `toast.gone.${trial.replaceAll(/[^A-Za-z]+(.)?/g, (_, next: string) => next.toUpperCase())}`;
      const value = faults.length === 0 ? 'as it should be' : faults.join('; ').slice(0, 160);
      findings.push({ name, value: `${trial}: ${value}`, goal, pass: faults.length === 0 });
    }
    return findings;
  },
};
