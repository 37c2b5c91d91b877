import { join } from 'node:path';
import { windowEnvironment } from './launch.mjs';
import { prepare } from '../commands/prepare.mjs';
import { prepareDependencies } from '../prepare/dependencies.mjs';
import { runThrough, runWithDisplay } from '../prepare/display.mjs';
import { requireNode } from '../prepare/node-version.mjs';
import { checkout, toolNode } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';

/**
 * Runs a TypeScript file of the checkout with the arguments of the command, in Node and without a build.
 * @param {string} file
 */
export function runInNode(file) {
  return endWith(async () => {
    requireNode();
    await prepareDependencies();
    const loader = ['--import', import.meta.resolve('tsx')];
    return runThrough(toolNode, [...loader, join(checkout, file), ...process.argv.slice(2)]);
  });
}

/**
 * Prepares the checkout and runs a TypeScript file that opens windows, under a virtual display if there is no other.
 * @param {string} file
 * @param {{ readonly prepareMore?: () => Promise<unknown>, readonly nodeOptions?: readonly string[] }} [options]
 */
export function runWithWindows(file, { prepareMore, nodeOptions = [] } = {}) {
  return endWith(async () => {
    const prepared = await prepare();
    await prepareMore?.();
    const args = [...nodeOptions, '--import', 'tsx', join(checkout, file), ...process.argv.slice(2)];
    return runWithDisplay(prepared.nodePath, args, { cwd: checkout, environment: windowEnvironment(prepared) });
  });
}

/** @param {() => Promise<number>} run */
async function endWith(run) {
  try {
    process.exitCode = await run();
  } catch (failure) {
    reportProblem(failure);
    process.exitCode = 1;
  }
}
