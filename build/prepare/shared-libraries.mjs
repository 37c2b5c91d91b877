import { access } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { hasDisplay } from './display.mjs';
import {
  aptPosition,
  librariesLoadedLater,
  missingLibraries,
  nameInRelease,
  packagesFor,
  programsForVirtualDisplay,
} from './linux-packages.mjs';
import { PreparationProblem } from './problem.mjs';
import { showProgress } from './progress.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/** Fonts for the texts of the practice floor, which a system without a desktop lacks. */
const fonts = [
  { file: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf', inPackage: 'fonts-noto-color-emoji' },
  { file: '/usr/share/fonts/truetype/vlgothic/VL-Gothic-Regular.ttf', inPackage: 'fonts-vlgothic' },
];

/** @param {string} program */
export async function isOnPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = await Promise.all(folders.map((folder) => exists(join(folder, program))));
  return found.includes(true);
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** @param {string} electronPath */
async function findMissing(electronPath) {
  const [linked, known] = await Promise.all([
    runCommand('ldd', [electronPath], { environment: { ...process.env, LD_LIBRARY_PATH: dirname(electronPath) } }),
    runCommand('/sbin/ldconfig', ['-p']),
  ]);
  const later = known.code === 0 ? librariesLoadedLater.filter((name) => !known.output.includes(name)) : [];
  if (hasDisplay()) return [...missingLibraries(linked.output), ...later];
  const absent = await Promise.all(
    programsForVirtualDisplay.map(async (name) => ((await isOnPath(name)) ? [] : [name])),
  );
  return [...missingLibraries(linked.output), ...later, ...absent.flat()];
}

async function missingFonts() {
  if (hasDisplay()) return [];
  const present = await Promise.all(fonts.map(({ file }) => exists(file)));
  return fonts.filter((_, at) => present[at] === false).map(({ inPackage }) => inPackage);
}

/** @param {readonly string[]} names */
export async function namesHere(names) {
  const policy = await runCommand('apt-cache', ['policy', ...names.flatMap((name) => [name, `${name}t64`])], {
    environment: { ...process.env, LC_ALL: 'C' },
  });
  return names.map((name) => nameInRelease(name, policy.output));
}

/** @param {readonly string[]} args */
export async function apt(args) {
  const title =
    args[0] === 'update' ? 'Reading the list of system packages' : `Installing ${args.length - 1} system packages`;
  await showProgress(title, async (moveTo) => {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
    const settings = ['-y', '--no-install-recommends', '-o', 'APT::Status-Fd=3', '-o', 'DPkg::Lock::Timeout=120'];
    const ended = await runCommand('apt-get', [...settings, ...args], {
      environment,
      onStatusLine: (line) => {
        const position = aptPosition(line);
        if (position !== null) moveTo(position);
      },
    });
    if (ended.code === 0) return;
    throw new PreparationProblem(
      `apt-get ${args.join(' ')} failed:\n${lastLines(ended.output)}`,
      `see that this machine reaches its Debian mirror, run "apt-get ${args.join(' ')}" by hand, then the same command again.`,
    );
  });
}

/**
 * Ensures the libraries of the executable and, without a display, the programs of a virtual one. Installs them if that
 * needs no password (root, apt); otherwise prints the command to run.
 * @param {string} electronPath
 */
export async function prepareSharedLibraries(electronPath) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(electronPath);
  const fontPackages = await missingFonts();
  if (missing.length === 0 && fontPackages.length === 0) return;
  const { packages, unknown } = packagesFor(missing);
  const wanted = [...packages, ...fontPackages];
  const hasApt = await isOnPath('apt-get');
  if (!hasApt || unknown.length > 0) {
    throw new PreparationProblem(
      `Electron needs what this system does not have: ${missing.join(', ')}.`,
      "install the packages that hold these with your system's package tool, then run the same command again.",
    );
  }
  if (process.getuid?.() !== 0) {
    throw new PreparationProblem(
      `Electron needs ${missing.join(', ') || 'fonts'}.`,
      `run\n\n  sudo apt-get install -y --no-install-recommends ${(await namesHere(wanted)).join(' ')}\n\nthen the same command again.`,
    );
  }
  await apt(['update']);
  await apt(['install', ...(await namesHere(wanted))]);
  const still = await findMissing(electronPath);
  if (still.length === 0) return;
  throw new PreparationProblem(
    `still missing after the installation: ${still.join(', ')}.`,
    'report this with the name and release of your system.',
  );
}
