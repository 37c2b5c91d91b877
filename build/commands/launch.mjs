import { join } from 'node:path';
import { hasDisplay, runThrough, runWithDisplay } from '../prepare/display.mjs';
import { builtApp, checkout, outFolder } from '../prepare/paths.mjs';

/**
 * @typedef {import('./prepare.mjs').Prepared} Prepared
 */

/** Chromium refuses its sandbox to root, and only there is it left out. */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * The console's own arguments: the practice floor, unless the user names a server or says otherwise.
 * @param {readonly string[]} args what followed `npm start --`
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
 * Plays the scripted shift in a real window, step by step, with pictures in out/tour.
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
 * What a test that drives a window needs to know.
 * @param {Prepared} prepared
 * @returns {NodeJS.ProcessEnv}
 */
export function windowEnvironment(prepared) {
  return { ...process.env, SIGHTLINE_ELECTRON: prepared.electronPath, ELECTRON_OVERRIDE_DIST_PATH: prepared.distPath };
}
