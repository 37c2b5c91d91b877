/**
 * Prepares a checkout: dependencies, an Electron that runs, the system libraries it links to, and the built
 * application. Does only what is missing. Needs only Node, so that it works right after `git clone`. Usage: node
 * build/commands/prepare.mjs
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBuild } from '../prepare/app-build.mjs';
import { prepareDependencies } from '../prepare/dependencies.mjs';
import { prepareElectron } from '../prepare/electron-runtime.mjs';
import { prepareGitHook } from '../prepare/git-hook.mjs';
import { requireNode } from '../prepare/node-version.mjs';
import { toolNode } from '../prepare/paths.mjs';
import { reportProblem } from '../prepare/problem.mjs';
import { formatDuration } from '../prepare/progress.mjs';
import { prepareSharedLibraries } from '../prepare/shared-libraries.mjs';

/**
 * @typedef {import('../prepare/electron-runtime.mjs').ElectronRuntime & { nodePath: string }} Prepared
 * @param {{ build?: boolean }} [wanted] `build: false` skips the build
 * @returns {Promise<Prepared>}
 */
export async function prepare(wanted = {}) {
  const startedAt = Date.now();
  requireNode();
  process.stderr.write('Preparing\n');
  await prepareDependencies();
  await prepareGitHook();
  const runtime = await prepareElectron();
  await prepareSharedLibraries(runtime.electronPath);
  if (wanted.build !== false) await prepareBuild();
  process.stderr.write(
    `Ready in ${formatDuration(Date.now() - startedAt)}, with Electron ${runtime.electronVersion}\n\n`,
  );
  return { ...runtime, nodePath: toolNode };
}

/** Prepares the dependencies only, for tools and for tests without a window. */
export async function prepareTools() {
  requireNode();
  await prepareDependencies();
  return { nodePath: toolNode };
}

/** Prepares the dependencies and the build, for programs that run in Node without a window. */
export async function prepareWithoutElectron() {
  const tools = await prepareTools();
  await prepareBuild();
  return tools;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await prepare();
  } catch (failure) {
    reportProblem(failure);
    process.exitCode = 1;
  }
}
