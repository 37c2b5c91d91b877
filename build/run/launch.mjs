import { join } from 'node:path';
import { hasDisplay, runThrough, runWithDisplay } from '../prepare/display.mjs';
import { builtApp, checkout, outFolder } from '../prepare/paths.mjs';

/**
 * @typedef {import('../commands/prepare.mjs').Prepared} Prepared
 */

/** Returns the switch that disables Chromium's sandbox for root only, because Chromium does not start it as root. */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Returns the arguments of the console: the practice floor, unless the user names a server or passes `--practice`.
 * @param {readonly string[]} args the arguments after `npm start --`
 */
export function consoleArguments(args) {
  const isNamed = args.some((argument) => /^--(server|practice)(=|$)/.test(argument));
  return isNamed ? [...args] : ['--practice', ...args];
}

/**
 * Opens the console and waits until it is closed.
 * @param {Prepared} prepared
 * @param {readonly string[]} args
 */
export function openConsole(prepared, args) {
  return runThrough(prepared.electronPath, [builtApp, ...sandboxArguments(), ...consoleArguments(args)], {
    cwd: checkout,
  });
}

/**
 * Plays the scripted shift in a real window and saves screenshots in out/tour.
 * @param {Prepared} prepared
 * @param {readonly string[]} args
 */
export function playTour(prepared, args) {
  if (!hasDisplay())
    process.stderr.write('No display here: playing the tour in a real window under a virtual display.\n\n');
  const script = join(checkout, 'test', 'e2e', 'tour.ts');
  const own = ['--out', join(outFolder, 'tour'), '--electron', prepared.electronPath];
  return runWithDisplay(prepared.nodePath, ['--import', 'tsx', script, ...own, ...args], {
    cwd: checkout,
    environment: windowEnvironment(prepared),
  });
}

/**
 * Returns the environment for tests that drive a window.
 * @param {Prepared} prepared
 * @returns {NodeJS.ProcessEnv}
 */
export function windowEnvironment(prepared) {
  return { ...process.env, SIGHTLINE_ELECTRON: prepared.electronPath, ELECTRON_OVERRIDE_DIST_PATH: prepared.distPath };
}
