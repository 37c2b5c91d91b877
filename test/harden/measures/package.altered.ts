import path from 'node:path';
import process from 'node:process';
import type { Measure } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { archive, filesIn, isCode, kept, swapped, UnpackedDeb, withChangedByte } from '../stage/altered-package';
import { releasedProgram, type Program } from '../stage/programs';
import { Started, StartFolder } from '../stage/started';

const goal =
  'each file altered and swapped: named by dpkg --verify; altered program code refused at the start, or listed as not covered here';
const shortEvery = 12;
/** Electron checks the archive on Windows and macOS only, and nothing checks Electron's own files on Linux. */
const isCovered = process.platform !== 'linux';

type Alteration = 'byte' | 'swap';

/** Changes a byte of each packaged file, and swaps each file, one at a time; then starts the console and asks dpkg. */
export const measure: Measure = {
  name: 'package.altered',
  goal,
  needs: ['setpriv', 'dpkg', 'dpkg-deb'],
  async run({ seed, short, report }) {
    const chance = new Chance(seed);
    const program = await releasedProgram();
    const deb = new UnpackedDeb(program.folder);
    try {
      if ((await startOf(program)) !== 'up') throw new Error('the console does not start unaltered');
      if (deb.altered().length > 0) throw new Error(`dpkg names unaltered files: ${deb.altered().join(', ')}`);
      const files = filesIn(program.folder).filter((name, at) => !short || name === archive || at % shortEvery === 0);
      const unnamed: string[] = [];
      const started: string[] = [];
      let [codeCount, refused] = [0, 0];
      for (const name of files) {
        for (const alteration of ['byte', 'swap'] as const) {
          if (!(await isNamed(deb, { name, alteration, chance }))) unnamed.push(`${name} (${alteration})`);
          if (!isCode(program.folder, name)) continue;
          codeCount += 1;
          const outcome = await startAltered(program, { name, alteration, chance });
          if (outcome === 'ended') refused += 1;
          else
            started.push(
              `${name} (${alteration}${outcome === 'foreign code' ? ', runs the code of an attacker' : ''})`,
            );
        }
      }
      for (const one of unnamed) report(`not named by dpkg --verify: ${one}`);
      report(`started all the same: ${started.join(', ')}`);
      const count = files.length * 2;
      const value = `${count - unnamed.length} of ${count} named by dpkg --verify; ${refused} of ${codeCount} starts with altered code end, ${started.length} go on${isCovered ? '' : ': not covered on Linux'}`;
      return [{ name: measure.name, value, goal, pass: unnamed.length === 0 && (!isCovered || started.length === 0) }];
    } finally {
      deb.discard();
      program.discard();
    }
  },
};

interface Altered {
  readonly name: string;
  readonly alteration: Alteration;
  readonly chance: Chance;
}

async function alter(folder: string, { name, alteration, chance }: Altered, code = ''): Promise<void> {
  if (alteration === 'byte') withChangedByte(path.join(folder, name), chance);
  else await swapped(folder, name, code);
}

async function isNamed(deb: UnpackedDeb, altered: Altered): Promise<boolean> {
  const putBack = kept(path.join(deb.folder, altered.name));
  try {
    await alter(deb.folder, altered);
    return deb.altered().includes(altered.name);
  } finally {
    putBack();
  }
}

async function startAltered(program: Program, altered: Altered) {
  const putBack = kept(path.join(program.folder, altered.name));
  try {
    return await startOf(program, async (folder) => {
      const trace = `require('fs').writeFileSync(${JSON.stringify(folder.trace)}, 'x')`;
      await alter(program.folder, altered, trace);
    });
  } finally {
    putBack();
  }
}

/** Whether the console comes up, ends, or runs what an attacker left. */
async function startOf(
  program: Program,
  prepare: (folder: StartFolder) => Promise<void> = () => Promise.resolve(),
): Promise<'up' | 'ended' | 'foreign code'> {
  const folder = new StartFolder(program);
  await prepare(folder);
  const started = new Started(program, { folder });
  try {
    const isUp = await started.until(() => folder.hasTrace() || started.isShown(), 15_000);
    if (folder.hasTrace()) return 'foreign code';
    return isUp ? 'up' : 'ended';
  } finally {
    await started.stop();
    folder.discard();
  }
}
