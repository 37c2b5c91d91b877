import { describe, expect, it } from 'vitest';
import { PreparationProblem } from '../../../build/prepare/problem.mjs';
import { readSelection } from '../../../build/test-run/selection.mjs';

const known = ['types', 'lint', 'unit'];

describe('what npm test is asked to run', () => {
  it('is everything without arguments', () => {
    expect(readSelection([], known)).toEqual({ only: [], filters: [] });
  });

  it('is named steps, in either spelling, and names of files', () => {
    expect(readSelection(['--only', 'unit,lint', 'ledger', '--only=types'], known)).toEqual({
      only: ['unit', 'lint', 'types'],
      filters: ['ledger'],
    });
  });

  it.each([
    ['a step that does not exist', ['--only', 'unti'], 'no step is called unti'],
    ['--only without a step', ['--only'], '--only needs the names'],
    ['an unknown option', ['--watch'], '--watch is not known'],
  ])('refuses %s', (_, args, words) => {
    const refused = (): unknown => readSelection(args, known);
    expect(refused).toThrow(PreparationProblem);
    expect(refused).toThrow(words);
  });
});
