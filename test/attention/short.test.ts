import { describe, expect, it } from 'vitest';
import { runBattery } from '../faults/battery';
import type { Measure } from '../faults/measure';
import { missingPrograms } from '../faults/programs';
import { measuresIn } from '../faults/registry';
import { runSeed } from '../support/run-seed';

/** Measures that count, and whose counts do not depend on how busy the machine is. Panels and window managers do. */
const robust = ['toast.rightChat', 'toast.storm', 'toast.markup'];

describe(`the desktop in short, seed ${runSeed}`, async () => {
  const measures = await measuresIn<Measure>(new URL('./measures/', import.meta.url));
  for (const measure of measures.filter(({ name }) => robust.includes(name))) {
    it(`${measure.name} meets its goal`, { timeout: 480_000 }, async (context) => {
      const missing = await missingPrograms(measure.needs ?? []);
      if (missing.length > 0) context.skip(`without ${missing.join(', ')}`);
      const lines: string[] = [];
      const write = (line: string): number => lines.push(line);
      const findings = await runBattery({ measures: [measure], seed: runSeed, short: true, write });
      const missed = findings.filter(({ pass }) => !pass);
      const again = `npm run attention -- --short --seed ${runSeed} --only ${measure.name}`;
      expect(missed, `${lines.join('\n')}\nAgain with: ${again}`).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    });
  }
});
