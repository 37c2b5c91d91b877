import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PreparationProblem } from './problem.mjs';
import { runCommand } from './run-command.mjs';

/**
 * A virtual display: Xvfb on a free display number, closed to the network and other users. It has its own D-Bus
 * session, so that desktop notifications have a receiver (D-Bus starts dunst).
 */

/** Larger than any screenshot: a window as large as its screen becomes one pixel smaller. */
const screen = '2560x1440x24';
const startWithinMs = 15_000;
const couldNotStart = 127;

/** @param {NodeJS.ProcessEnv} [environment] */
export function hasDisplay(environment = process.env) {
  if (process.platform !== 'linux') return true;
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/** @param {string} folder for the access cookie */
async function startScreen(folder) {
  const authority = join(folder, 'xauthority');
  await writeFile(authority, '', { mode: 0o600 });
  const cookie = randomBytes(16).toString('hex');
  // Xvfb reads the cookie at its start, before its display number is known, so the display in this entry does not
  // matter.
  await runCommand('xauth', ['-q', '-f', authority, 'add', ':0', '.', cookie]);
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const problem = (/** @type {string} */ what) =>
    new PreparationProblem(
      `the virtual display did not start: ${what}`,
      'install it (apt-get install xvfb xauth) or run this on a desktop.',
    );
  /** @type {string} */
  const number = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(problem(`no answer from Xvfb in ${startWithinMs / 1000} s`)), startWithinMs);
    const settle = (/** @type {() => void} */ outcome) => {
      clearTimeout(timer);
      outcome();
    };
    server.on('error', (failure) => settle(() => reject(problem(failure.message))));
    server.on('exit', (code) => settle(() => reject(problem(`Xvfb ended with code ${code}`))));
    const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (server.stdio[3]) });
    lines.once('line', (line) => settle(() => resolve(line.trim())));
  }).catch((failure) => {
    server.kill();
    throw failure;
  });
  await runCommand('xauth', ['-q', '-f', authority, 'add', `:${number}`, '.', cookie]);
  return { display: `:${number}`, authority, stop: () => server.kill() };
}

/**
 * Runs a command, under its own virtual display if there is no other; passes on its output and exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, environment?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code
 */
export async function runWithDisplay(command, args, options = {}) {
  const environment = options.environment ?? process.env;
  if (hasDisplay(environment)) return runThrough(command, args, { cwd: options.cwd, environment });
  const folder = await mkdtemp(join(tmpdir(), 'sightline-display-'));
  try {
    const virtual = await startScreen(folder);
    const log = await open(join(folder, 'session.log'), 'w+');
    try {
      // Messages of the session go to a log; the command gets the standard error of this process.
      const restoring = ['sh', '-c', 'exec "$@" 2>&3 3>&-', 'sh'];
      const code = await runThrough('dbus-run-session', ['--', ...restoring, command, ...args], {
        cwd: options.cwd,
        environment: {
          ...environment,
          DISPLAY: virtual.display,
          XAUTHORITY: virtual.authority,
          XDG_RUNTIME_DIR: environment['XDG_RUNTIME_DIR'] || folder,
          NO_AT_BRIDGE: '1',
        },
        stdio: ['inherit', 'inherit', log.fd, process.stderr.fd],
        ownGroup: true,
      });
      if (code === couldNotStart) process.stderr.write(await readFile(join(folder, 'session.log'), 'utf8'));
      return code;
    } finally {
      virtual.stop();
      await log.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a command on the terminal of this process and passes on signals to stop. With `ownGroup` the whole process group
 * gets them: dbus-run-session alone would leave its daemon and its child running.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string | undefined, environment?: NodeJS.ProcessEnv, ownGroup?: boolean, stdio?:
 *   import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>}
 */
export function runThrough(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const { cwd, environment = process.env, ownGroup = false, stdio = 'inherit' } = options;
    const child = spawn(command, args, { cwd, env: environment, stdio, detached: ownGroup });
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      if (ownGroup && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, passOn);
    const done = () => {
      for (const signal of signals) process.off(signal, passOn);
    };
    child.on('error', (failure) => {
      done();
      reject(
        new PreparationProblem(
          `${command} could not be started: ${failure.message}`,
          'run "npm start" again; it prepares what is missing.',
        ),
      );
    });
    child.on('close', (code, signal) => {
      done();
      resolve(code ?? (signal ? 130 : 1));
    });
  });
}
