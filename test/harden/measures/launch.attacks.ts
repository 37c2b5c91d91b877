import type { Measure } from '../../faults/measure';
import { freePort } from '../../support/electron/free-port';
import { launchAttacks, type LaunchAttack } from '../stage/launch-attacks';
import { releasedProgram, unprotectedProgram, type Program } from '../stage/programs';
import { Started, StartFolder } from '../stage/started';

const goal = '0 of at least 12 that work without protections give power over the installed console';
const minLive = 12;
/** The short run: one of each kind. */
const shortEvery = 4;

/** Starts the installed console with switches, variables and files that would give power over it. */
export const measure: Measure = {
  name: 'launch.attacks',
  goal,
  needs: ['setpriv'],
  async run({ short, report }) {
    const attacks = launchAttacks.filter((_, at) => !short || at % shortEvery === 0);
    const live = await powerful(unprotectedProgram, attacks);
    for (const { name } of attacks) if (!live.has(name)) report(`without effect even without protections: ${name}`);
    const succeeded = await powerful(releasedProgram, attacks);
    for (const name of succeeded) report(`gives power: ${name}`);
    const value = `${succeeded.size} of ${attacks.length} give power; ${live.size} do without protections`;
    return [{ name: 'launch.attacks', value, goal, pass: succeeded.size === 0 && (short || live.size >= minLive) }];
  },
};

/** The names of the attacks that reach their aim. */
async function powerful(
  open: () => Program | Promise<Program>,
  attacks: readonly LaunchAttack[],
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let program = await open();
  try {
    // A plain start that fails would make every attack look refused.
    if (!(await hasPower(program, { name: 'none', start: () => ({}) }))) throw new Error('the console does not start');
    for (const attack of attacks) {
      if (await hasPower(program, attack)) names.add(attack.name);
      if (attack.alter === undefined) continue;
      program.discard();
      program = await open();
    }
    return names;
  } finally {
    program.discard();
  }
}

async function hasPower(program: Program, { start, alter, startedAs, hasPower: isReached }: LaunchAttack) {
  const folder = new StartFolder(program);
  const port = await freePort();
  alter?.(program, folder);
  const executable = startedAs === undefined ? program.executable : program.renamed(startedAs);
  const started = new Started({ ...program, executable }, { folder, ...start(folder, port) });
  try {
    return await (isReached?.(started, folder, port) ?? started.isUp());
  } finally {
    await started.stop();
    folder.discard();
  }
}
