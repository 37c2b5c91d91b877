import type { Measure, MeasureContext } from '../../faults/measure';
import { caseSeed, Chance } from '../../faults/world/chance';
import { blindPlaces } from '../canaries/controls';
import { CanaryShift } from '../canaries/canary-shift';
import { ends, type End } from '../canaries/ends';
import { contentsOf } from '../canaries/page-contents';
import { findsBelow, findsIn, findsInProcesses, type Find } from '../canaries/searched';
import { observedSecrets, secretNames, Secrets } from '../canaries/secrets';

const goal = '0 of 25 secrets on disk, in logs, dumps, arguments, environment or the page after 12 kinds of ends';
const shortEvery = 4;
/** What no page may hold at any time; texts are its purpose. */
const neverInPage: readonly string[] = [
  ...observedSecrets,
  'password',
  'password at the identity provider',
  'password of the proxy',
];

/** Plays a shift full of secrets, ends it in each way, and searches what is left. */
export const measure: Measure = {
  name: 'canaries',
  goal,
  needs: ['setpriv'],
  async run({ seed, short, report }) {
    const tried = ends.filter((_, at) => !short || at % shortEvery === 0);
    const leaks = new Set<string>();
    for (const [at, end] of tried.entries()) {
      for (const find of await leftBy(end, new Secrets(new Chance(caseSeed(seed, at))), report)) {
        leaks.add(find.split(' in ')[0] ?? find);
        report(`${end.name}: ${find}`);
      }
    }
    const value = `${leaks.size} of ${secretNames.length} secrets after ${tried.length} ends`;
    return [{ name: 'canaries', value, goal, pass: leaks.size === 0 && secretNames.length >= 25 }];
  },
};

async function leftBy(end: End, secrets: Secrets, report: MeasureContext['report']): Promise<readonly Find[]> {
  const shift = await CanaryShift.play(secrets);
  try {
    const missing = secrets.missing();
    if (missing.length > 0) throw new Error(`not met in the shift: ${missing.join(', ')}`);
    const { launched } = shift;
    const during = [
      ...findsInProcesses(shift.pids, secrets),
      ...findsIn(await contentsOf(launched), 'the page during the shift', secrets).filter(isNeverInPage),
    ];
    await end.bringAbout(shift);
    const inPage = end.leavesPage === true ? findsIn(await contentsOf(launched), 'the page afterwards', secrets) : [];
    const after = [
      ...findsBelow(shift.folder, secrets),
      ...findsIn(Buffer.from(shift.output), 'the terminal', secrets),
    ];
    if (end.leavesPage === true) {
      const blind = await blindPlaces(secrets, shift.folder, launched);
      if (blind.length > 0) throw new Error(`the search does not see ${blind.join(', ')}`);
    }
    report(`${end.name}: searched`);
    return [...during, ...inPage, ...after];
  } finally {
    await shift.close();
  }
}

function isNeverInPage(find: Find): boolean {
  return neverInPage.some((name) => find.startsWith(`${name} in `));
}
