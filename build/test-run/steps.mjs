import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { windowEnvironment } from '../run/launch.mjs';
import { makePackage, packagedExecutable } from '../packaging/make-package.mjs';
import { prepareBuild } from '../prepare/app-build.mjs';
import { runThrough, runWithDisplay } from '../prepare/display.mjs';
import { checkout, outFolder } from '../prepare/paths.mjs';
import { runCommand } from '../prepare/run-command.mjs';
import { hashOfPaths } from '../prepare/stamp.mjs';
import { countTests, failuresIn, mergeSecondRun } from './tally.mjs';

/**
 * @typedef {import('../commands/prepare.mjs').Prepared} Prepared
 * @typedef {import('./tally.mjs').Count} Count
 *
 * @typedef {object} Circumstances
 * @property {string} nodePath
 * @property {Prepared | null} electron `null` if no selected step needs it
 * @property {ReadonlyMap<string, readonly string[]>} files the selected test files by project; empty means all
 * @property {boolean} isWhole whether all steps run
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} isCheck checks run concurrently; each one's output is shown at its end
 * @property {boolean} needsBuild
 * @property {boolean} needsElectron
 * @property {boolean} [isOnRequest] it runs only where it or one of its files is named
 * @property {(circumstances: Circumstances) => Promise<Count & { output?: string }>} run
 */

export const reports = join(outFolder, 'reports');
const caches = join(outFolder, 'cache');
const modules = ['preload', 'main', 'renderer', 'build', 'test'];

/** @param {string} path of a program in node_modules */
const tool = (path) => join(checkout, 'node_modules', path);

/**
 * Creates a step that runs a tool once or several times. It runs all of them and passes or fails as a whole.
 * @param {string} name
 * @param {(circumstances: Circumstances) => Promise<readonly (readonly string[])[]>} commandsFor
 * @returns {Step}
 */
function check(name, commandsFor) {
  return {
    name,
    isCheck: true,
    needsBuild: false,
    needsElectron: false,
    async run(circumstances) {
      let failures = 0;
      let output = '';
      for (const command of await commandsFor(circumstances)) {
        const ended = await runCommand(circumstances.nodePath, command, { cwd: checkout });
        output += ended.output;
        if (ended.code !== 0) failures += 1;
      }
      return { ...(failures === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }), output };
    },
  };
}

/** TypeScript reuses the results of the previous run for unchanged files. */
const types = check('types', async () =>
  modules.map((module) => [
    tool('vue-tsc/bin/vue-tsc.js'),
    ...['--noEmit', '--incremental', '--tsBuildInfoFile', join(caches, 'types', `${module}.tsbuildinfo`), '-p', module],
  ]),
);

/** Inputs of the lint rules other than the file itself and the types of other files. */
const readByLint = [
  'package-lock.json',
  'eslint.config.js',
  'build/lint',
  'renderer/locales',
  'build/tsconfig.base.json',
];

/**
 * The lint cache compares the content of a file only. The other inputs of the rules are in the name of the cache,
 * except the types of other files; therefore a whole run does not use it.
 */
const lint = check('lint', async ({ isWhole }) => {
  const cache = join(caches, 'lint', (await hashOfPaths(readByLint)).slice(0, 16));
  const cached = ['--cache', '--cache-strategy', 'content', '--cache-location', cache];
  return [[tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0', ...(isWhole ? [] : cached)]];
});

const format = check('format', async () => [
  [
    tool('prettier/bin/prettier.cjs'),
    ...['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content'],
    ...['--cache-location', join(caches, 'format'), '.'],
  ],
]);

/**
 * Creates a step that runs one vitest project. With `repeatsFailures`, failed files run once more, because a busy
 * machine can delay tests of real windows. A test that passes only then is reported by name.
 * @param {string} project of vitest.config.ts
 * @param {{ needsWindow: boolean, repeatsFailures?: boolean }} needs
 * @returns {Step}
 */
function vitest(project, { needsWindow, repeatsFailures = false }) {
  return {
    name: project,
    isCheck: false,
    needsBuild: needsWindow,
    needsElectron: needsWindow,
    async run(circumstances) {
      const files = circumstances.files.get(project) ?? [];
      const first = await runProject(project, circumstances, { needsWindow, files, report: project });
      const failures = failuresIn(first.report);
      if (!repeatsFailures || failures.length === 0) return first.count;
      const again = [...new Set(failures.map(({ file }) => file))];
      const options = { needsWindow, files: again, report: `${project}.second` };
      const second = await runProject(project, circumstances, options);
      return mergeSecondRun(first, second);
    },
  };
}

/**
 * @param {string} project
 * @param {Circumstances} circumstances
 * @param {{ needsWindow: boolean, files: readonly string[], report: string }} options
 * @returns {Promise<import('./tally.mjs').ProjectRun>}
 */
async function runProject(project, { nodePath, electron }, { needsWindow, files, report: name }) {
  await mkdir(reports, { recursive: true });
  const json = join(reports, `${name}.json`);
  await rm(json, { force: true });
  const reporters = ['default', 'json', 'junit'].map((reporter) => `--reporter=${reporter}`);
  const outputs = [`--outputFile.json=${json}`, `--outputFile.junit=${join(reports, `${name}.junit.xml`)}`];
  const args = [tool('vitest/vitest.mjs'), 'run', '--project', project, ...reporters, ...outputs, ...files];
  const forWindow = electron && { ...windowEnvironment(electron), SIGHTLINE_PACKAGED: packagedExecutable('test') };
  const run = needsWindow ? runWithDisplay : runThrough;
  const code = await run(nodePath, args, { cwd: checkout, environment: forWindow ?? process.env });
  const report = await readFile(json, 'utf8').then(JSON.parse, () => null);
  return { report, count: countTests(report, code) };
}

/** @param {Prepared | null} electron */
function requireElectron(electron) {
  if (electron === null) throw new Error('a step that needs Electron says so in needsElectron');
  return electron;
}

/** Builds the application for the window, the packages and the tests of the bundles. @type {Step} */
const build = {
  name: 'build',
  isCheck: false,
  needsBuild: true,
  needsElectron: false,
  run: () =>
    prepareBuild().then(
      () => ({ passed: 1, failed: 0 }),
      (failure) => ({ passed: 0, failed: 1, reason: String(failure.message ?? failure) }),
    ),
};

/** Packages the application for one end-to-end test. @type {Step} */
const packaging = {
  name: 'package',
  isCheck: false,
  needsBuild: true,
  needsElectron: true,
  run: ({ electron }) =>
    makePackage(requireElectron(electron), { kind: 'test', targets: ['dir'] }).then(
      () => ({ passed: 1, failed: 0 }),
      (failure) => ({ passed: 0, failed: 1, reason: String(failure) }),
    ),
};

/**
 * Installs packages in a clean Debian, which takes minutes and Debian's mirror.
 * @type {Step}
 */
const installers = {
  name: 'installers',
  isCheck: false,
  needsBuild: true,
  needsElectron: true,
  isOnRequest: true,
  async run(circumstances) {
    const packaged = await packaging.run(circumstances);
    return packaged.failed > 0 ? packaged : vitest('installers', { needsWindow: true }).run(circumstances);
  },
};

/** The quickest first. @type {readonly Step[]} */
export const steps = [
  build,
  types,
  lint,
  format,
  check('architecture', async () => [
    [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', 'build/dependency-cruiser.cjs', 'main', 'preload', 'renderer', 'build'],
    ],
  ]),
  check('catalogues', async () => [
    [tool('vitest/vitest.mjs'), 'run', '--project', 'renderer', 'test/unit/renderer/locales/catalogues.test.ts'],
  ]),
  check('words', async () => [
    [
      tool('cspell/bin.mjs'),
      ...['lint', '--config', 'build/cspell.json', '--no-progress'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', join(caches, 'words')],
      ...['{main,preload,renderer,test,build}/**', '**/*.md'],
    ],
  ]),
  check('dead-code', async () => [[tool('knip/bin/knip.js'), '--config', 'build/knip.json']]),
  vitest('unit', { needsWindow: false }),
  vitest('renderer', { needsWindow: false }),
  vitest('contract', { needsWindow: false }),
  vitest('integration', { needsWindow: false }),
  vitest('silence', { needsWindow: false }),
  packaging,
  vitest('e2e', { needsWindow: true, repeatsFailures: true }),
  vitest('faults', { needsWindow: true, repeatsFailures: true }),
  vitest('attention', { needsWindow: true, repeatsFailures: true }),
  installers,
];
