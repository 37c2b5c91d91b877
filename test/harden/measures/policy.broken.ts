import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Measure, MeasureContext } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { brokenPolicy, brokenSettings, type BrokenValues } from '../stage/broken-values';
import { unprotectedProgram } from '../stage/programs';
import { complaintsOfPolicy, complaintsOfSettings } from '../stage/read-broken';
import { Started, StartFolder } from '../stage/started';

const goal = '500 broken policies and settings: 0 failed starts, each named, 0 good values lost';
const firstDay = Date.UTC(2026, 10, 30);

/** Policies and settings that hands and programs broke, read by the product's code and by whole starts of the console. */
export const measure: Measure = {
  name: 'policy.broken',
  goal,
  async run({ seed, short, report }) {
    const count = short ? 100 : 500;
    const starts = short ? 2 : 10;
    const folder = mkdtempSync(path.join(tmpdir(), 'sightline-broken-'));
    const wrong: string[] = [];
    try {
      for (let at = 0; at < count; at += 1) {
        const chance = new Chance(seed + at);
        const complaints =
          at % 2 === 0
            ? complaintsOfPolicy(brokenPolicy(chance), folder)
            : complaintsOfSettings(brokenSettings(chance), folder, firstDay + at);
        for (const complaint of complaints) wrong.push(`seed ${seed + at}: ${complaint}`);
      }
      wrong.push(...(await complaintsOfStarts(seed, starts)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    reportAll(wrong, report);
    const value = `${wrong.length} failed starts, unnamed or lost values (${count} files read, ${starts} consoles started)`;
    return [{ name: 'policy.broken', value, goal, pass: wrong.length === 0 }];
  },
};

/** Consoles that start with a broken policy and broken settings, and name what is broken in their log. */
async function complaintsOfStarts(seed: number, count: number): Promise<readonly string[]> {
  const program = unprotectedProgram();
  const wrong: string[] = [];
  try {
    for (let at = 0; at < count; at += 1) {
      const chance = new Chance(seed + at);
      const folder = new StartFolder(program);
      const [policy, settings] = [brokenPolicy(chance), brokenSettings(chance)];
      const policyFile = path.join(folder.path, 'policy.json');
      writeFileSync(policyFile, policy.text);
      writeFileSync(path.join(folder.everydayProfile, 'settings.json'), inFile(settings));
      folder.give();
      const started = new Started(program, { folder, environment: { SIGHTLINE_POLICY: policyFile } });
      try {
        if (!(await started.isUp())) wrong.push(`seed ${seed + at}: failed start of the console`);
        const log = started.log();
        const names = [
          ...(policy.broken ?? ['policy value not used']),
          ...(settings.broken ?? ['damaged settings file']),
        ];
        wrong.push(
          ...names.filter((name) => !log.includes(name)).map((name) => `seed ${seed + at}: not in log: ${name}`),
        );
      } finally {
        await started.stop();
        folder.discard();
      }
    }
    return wrong;
  } finally {
    program.discard();
  }
}

function inFile({ text, broken }: BrokenValues): string {
  return broken === null ? text : `{"settings":${text}}`;
}

function reportAll(wrong: readonly string[], report: MeasureContext['report']): void {
  for (const complaint of wrong.slice(0, 20)) report(complaint);
}
