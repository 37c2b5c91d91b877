import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findOfficial, pinnedVersion } from './official-electron.mjs';
import { PreparationProblem } from './problem.mjs';
import { prepareStandIn } from './stand-in-electron.mjs';
import { standIn } from './stand-in-recipe.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} electronPath the executable
 * @property {string} distPath its folder, for electron-builder
 * @property {string} electronVersion
 * @property {boolean} isOfficial whether it is the pinned Electron
 */

/** @param {string} distPath */
async function chosenByUser(distPath) {
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const version = await readFile(join(distPath, 'version'), 'utf8').catch(() => {
    throw new PreparationProblem(
      `ELECTRON_OVERRIDE_DIST_PATH names ${distPath}, which holds no Electron (no file "version").`,
      "unset the variable, or name the folder that Electron's zip was unpacked into.",
    );
  });
  const electronVersion = version.trim().replace(/^v/, '');
  return {
    electronPath: join(distPath, name),
    distPath,
    electronVersion,
    isOfficial: electronVersion === (await pinnedVersion()),
  };
}

/**
 * Returns the pinned Electron or, if it cannot be downloaded, the stand-in, and prints which.
 * @returns {Promise<ElectronRuntime>}
 */
export async function prepareElectron() {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) return chosenByUser(chosen);
  const official = await findOfficial();
  const electronVersion = await pinnedVersion();
  if ('executable' in official) {
    const distPath = join(official.executable, process.platform === 'darwin' ? '../../../..' : '..');
    return { electronPath: official.executable, distPath, electronVersion, isOfficial: true };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PreparationProblem(
      `Electron ${electronVersion} cannot be downloaded (${official.reason}), and there is no stand-in for ${process.platform} ${process.arch}.`,
      "set HTTPS_PROXY or ELECTRON_MIRROR to something that reaches Electron's releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.",
    );
  }
  const distPath = await prepareStandIn();
  process.stderr.write(
    `  Using Electron ${standIn.electronVersion} from the npm registry, for development and tests, instead of the pinned ${electronVersion}: ${official.reason}.\n`,
  );
  const electronPath = join(distPath, 'electron');
  return { electronPath, distPath: dirname(electronPath), electronVersion: standIn.electronVersion, isOfficial: false };
}
