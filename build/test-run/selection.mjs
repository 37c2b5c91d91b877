import { PreparationProblem } from '../prepare/problem.mjs';
import { projectOf } from './projects.mjs';

/**
 * The steps and files that `npm test` runs.
 * @typedef {{ only: readonly string[], filters: readonly string[] }} Selection
 */

/**
 * @param {readonly string[]} args as in `npm test -- --only unit,lint ledger`
 * @param {readonly string[]} known the names of all steps
 * @returns {Selection}
 */
export function readSelection(args, known) {
  /** @type {string[]} */
  const only = [];
  /** @type {string[]} */
  const filters = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--only' || argument.startsWith('--only=')) {
      const value = argument === '--only' ? args[(index += 1)] : argument.slice('--only='.length);
      only.push(...(value ?? '').split(',').filter((name) => name !== ''));
      if (only.length === 0) throw misused('--only needs the names of steps, e.g. --only unit,lint.', known);
    } else if (argument.startsWith('-')) {
      throw misused(`${argument} is not known here; there is --only <steps> and the names of test files.`, known);
    } else {
      filters.push(argument);
    }
  }
  const strangers = only.filter((name) => !known.includes(name));
  if (strangers.length > 0) throw misused(`no step is called ${strangers.join(', ')}.`, known);
  return { only, filters };
}

/**
 * Returns the steps to run, in order. File names select the projects that contain such files; tests in a window also
 * select the build. A step that is on request runs only if it or one of its files is named.
 * @template {{ name: string, needsBuild: boolean, isOnRequest?: boolean }} Step
 * @param {readonly Step[]} steps
 * @param {Selection} selection
 * @param {readonly string[]} testFiles all test files, as paths from the checkout
 * @returns {{ steps: readonly Step[], files: ReadonlyMap<string, readonly string[]> }} `files` by step; empty without
 *   filters
 */
export function chooseSteps(steps, { only, filters }, testFiles) {
  const files = filters.length > 0 ? filesByProject(filters, testFiles) : new Map();
  const isNamed = only.length > 0 || filters.length > 0;
  const isChosen = (/** @type {Step} */ { name, isOnRequest = false }) =>
    (only.length === 0 || only.includes(name)) &&
    (filters.length === 0 || files.has(name)) &&
    (isNamed || !isOnRequest);
  const chosen = steps.filter(isChosen);
  if (filters.length > 0 && chosen.length === 0) {
    throw new PreparationProblem(
      `no test file${only.length > 0 ? ` of ${only.join(', ')}` : ''} has ${filters.join(' or ')} in its path.`,
      'name a part of a path in test, e.g. npm test ledger.',
    );
  }
  const needsBuild = chosen.some((step) => step.needsBuild);
  return { steps: steps.filter((step) => chosen.includes(step) || (needsBuild && step.name === 'build')), files };
}

/**
 * @param {readonly string[]} filters
 * @param {readonly string[]} testFiles
 */
function filesByProject(filters, testFiles) {
  /** @type {Map<string, string[]>} */
  const files = new Map();
  for (const file of testFiles.filter((path) => filters.some((filter) => path.includes(filter)))) {
    const project = projectOf(file) ?? 'none';
    files.set(project, [...(files.get(project) ?? []), file]);
  }
  return files;
}

/**
 * @param {string} what
 * @param {readonly string[]} known
 */
function misused(what, known) {
  return new PreparationProblem(what, `choose among these steps: ${known.join(', ')}.`);
}
