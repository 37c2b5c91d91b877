import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { windowEnvironment } from '../launch.mjs';
import { makePackage, packagedExecutable } from '../packaging/make-package.mjs';
import { prepareBuild } from '../prepare/app-build.mjs';
import { runThrough, runWithDisplay } from '../prepare/display.mjs';
import { checkout, outFolder } from '../prepare/paths.mjs';
import { countTests, failuresIn, mergeSecondRun } from './tally.mjs';

/**
 * @typedef {import('../prepare.mjs').Prepared} Prepared
 * @typedef {import('./tally.mjs').Count} Count
 * @typedef {{ prepared: Prepared, filters: readonly string[] }} Circumstances
 * @typedef {{ name: string, isCheck: boolean, takesFilters: boolean, run: (circumstances: Circumstances) => Promise<Count> }} Step
 */

export const reports = join(outFolder, 'reports');
const rooms = ['preload', 'main', 'renderer', 'build', 'test'];

/** @param {string} path of a program inside node_modules */
const tool = (path) => join(checkout, 'node_modules', path);

/**
 * A step that is one tool, or one tool several times: it passes or fails as a whole, and all of it is run.
 * @param {string} name
 * @param {readonly (readonly string[])[]} commands
 * @returns {Step}
 */
function check(name, commands) {
  return {
    name,
    isCheck: true,
    takesFilters: false,
    async run({ prepared }) {
      let failures = 0;
      for (const command of commands) {
        const code = await runThrough(prepared.nodePath, command, { cwd: checkout });
        if (code !== 0) failures += 1;
      }
      return failures === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/**
 * A step that runs one vitest project. With `repeatsFailures`, the files that failed run once more: tests that drive
 * real windows share a machine with other work. A test that passes only then is reported by name, never hidden.
 * @param {string} project of vitest.config.ts
 * @param {{ needsWindow: boolean, repeatsFailures?: boolean }} needs
 * @returns {Step}
 */
function vitest(project, { needsWindow, repeatsFailures = false }) {
  return {
    name: project,
    isCheck: false,
    takesFilters: true,
    async run({ prepared, filters }) {
      const first = await runProject(project, prepared, { needsWindow, filters, report: project });
      const failures = failuresIn(first.report);
      if (!repeatsFailures || failures.length === 0) return first.count;
      const files = [...new Set(failures.map(({ file }) => file))];
      const second = await runProject(project, prepared, { needsWindow, filters: files, report: `${project}.second` });
      return mergeSecondRun(first, second);
    },
  };
}

/**
 * @param {string} project
 * @param {Prepared} prepared
 * @param {{ needsWindow: boolean, filters: readonly string[], report: string }} options
 * @returns {Promise<import('./tally.mjs').ProjectRun>}
 */
async function runProject(project, prepared, { needsWindow, filters, report: name }) {
  await mkdir(reports, { recursive: true });
  const json = join(reports, `${name}.json`);
  await rm(json, { force: true });
  const reporters = ['default', 'json', 'junit'].map((reporter) => `--reporter=${reporter}`);
  const files = [`--outputFile.json=${json}`, `--outputFile.junit=${join(reports, `${name}.junit.xml`)}`];
  const args = [tool('vitest/vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...reporters, ...files];
  const environment = { ...windowEnvironment(prepared), SIGHTLINE_PACKAGED: packagedExecutable('test') };
  const run = needsWindow ? runWithDisplay : runThrough;
  const code = await run(prepared.nodePath, [...args, ...filters], { cwd: checkout, environment });
  const report = await readFile(json, 'utf8').then(JSON.parse, () => null);
  return { report, count: countTests(report, code, { mayBeEmpty: filters.length > 0 }) };
}

/** What the window, the packages and the tests of the bundles need. @type {Step} */
const build = {
  name: 'build',
  isCheck: false,
  takesFilters: true,
  run: () =>
    prepareBuild().then(
      () => ({ passed: 1, failed: 0 }),
      (failure) => ({ passed: 0, failed: 1, reason: String(failure.message ?? failure) }),
    ),
};

/** The packaged application that one end-to-end test drives. @type {Step} */
const packaging = {
  name: 'package',
  isCheck: false,
  takesFilters: false,
  run: ({ prepared }) =>
    makePackage(prepared, { kind: 'test', targets: ['dir'] }).then(
      () => ({ passed: 1, failed: 0 }),
      (failure) => ({ passed: 0, failed: 1, reason: String(failure) }),
    ),
};

/** In the order of how soon they tell something. @type {readonly Step[]} */
export const steps = [
  build,
  check(
    'types',
    rooms.map((room) => [tool('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', room]),
  ),
  check('lint', [[tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0']]),
  check('format', [[tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']]),
  check('architecture', [
    [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      'build/dependency-cruiser.cjs',
      'main',
      'preload',
      'renderer',
      'build',
    ],
  ]),
  check('dead-code', [[tool('knip/bin/knip.js'), '--config', 'build/knip.json']]),
  vitest('unit', { needsWindow: false }),
  vitest('renderer', { needsWindow: false }),
  vitest('contract', { needsWindow: false }),
  vitest('integration', { needsWindow: false }),
  vitest('silence', { needsWindow: false }),
  packaging,
  vitest('e2e', { needsWindow: true, repeatsFailures: true }),
  vitest('faults', { needsWindow: true, repeatsFailures: true }),
];
