import { PreparationProblem } from '../prepare/problem.mjs';

/**
 * What `npm test` was asked to run.
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
 * @param {string} what
 * @param {readonly string[]} known
 */
function misused(what, known) {
  return new PreparationProblem(what, `choose among these steps: ${known.join(', ')}.`);
}
