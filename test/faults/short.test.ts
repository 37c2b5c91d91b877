import { describe, expect, it } from 'vitest';
import { runBattery } from './battery';
import { mutations } from './mutation-list';
import { unknownNamesIn } from './mutation-names';
import { mutationsThatDoNotFit } from './mutations';
import { findMeasures } from './registry';
import { runSeed } from '../support/run-seed';

it('finds the source text of every mutation', async () => {
  expect(await mutationsThatDoNotFit()).toEqual([]);
});

it('finds every name that mutations use', { timeout: 60_000 }, () => {
  expect(unknownNamesIn(mutations)).toEqual([]);
  const edits = [{ file: 'main/base/random.ts', find: 'export', replace: 'gone();\nexport' }];
  expect(unknownNamesIn([{ name: 'stale', removes: 'nothing', measures: [], edits }])).toHaveLength(1);
});

/** The same cases every day, so that a failure is caused by a change; `npm run faults` draws new ones. */
const seed = runSeed;

describe(`the short fault battery, seed ${seed}`, async () => {
  for (const measure of await findMeasures()) {
    it(`${measure.name} meets its goal`, { timeout: 240_000 }, async () => {
      const lines: string[] = [];
      const findings = await runBattery({ measures: [measure], seed, short: true, write: (line) => lines.push(line) });
      const missed = findings.filter(({ pass }) => !pass);
      const replay = `npm run faults -- --short --seed ${seed} --only ${measure.name}`;
      expect(missed, `${lines.join('\n')}\nAgain with: ${replay}`).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    });
  }
});
