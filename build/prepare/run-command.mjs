import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @typedef {{ code: number, output: string }} Ended the result of a command: 0 is success, 127 means that it could not
 *   start
 * @typedef {{ cwd?: string, environment?: NodeJS.ProcessEnv, input?: string, onStatusLine?: (line: string) => void,
 *   shell?: boolean }} RunOptions
 */

/**
 * Runs a command and collects its output. `onStatusLine` receives the lines of file descriptor 3.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const stdio = /** @type {const} */ ([
      options.input === undefined ? 'ignore' : 'pipe',
      'pipe',
      'pipe',
      options.onStatusLine ? 'pipe' : 'ignore',
    ]);
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.environment ?? process.env,
      shell: options.shell ?? false,
      stdio: [...stdio],
    });
    child.stdin?.end(options.input);
    let output = '';
    const gather = (/** @type {Buffer} */ chunk) => (output += chunk.toString('utf8'));
    child.stdout?.on('data', gather);
    child.stderr?.on('data', gather);
    const status = child.stdio[3];
    if (options.onStatusLine && status && 'read' in status) {
      createInterface({ input: status }).on('line', options.onStatusLine);
    }
    child.on('error', (failure) => resolve({ code: 127, output: `${output}${failure.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Returns the end of a long output, which contains the failure.
 * @param {string} output
 * @param {number} [lines]
 */
export function lastLines(output, lines = 20) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
