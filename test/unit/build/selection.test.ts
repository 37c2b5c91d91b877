import { describe, expect, it } from 'vitest';
import { PreparationProblem } from '../../../build/prepare/problem.mjs';
import { filesOf, projectOf } from '../../../build/test-run/projects.mjs';
import { chooseSteps, readSelection } from '../../../build/test-run/selection.mjs';

const known = ['types', 'lint', 'unit'];

describe('arguments of npm test', () => {
  it('select everything when empty', () => {
    expect(readSelection([], known)).toEqual({ only: [], filters: [] });
  });

  it('select steps, in either spelling, and files by name', () => {
    expect(readSelection(['--only', 'unit,lint', 'ledger', '--only=types'], known)).toEqual({
      only: ['unit', 'lint', 'types'],
      filters: ['ledger'],
    });
  });

  it.each([
    ['a step that does not exist', ['--only', 'unti'], 'no step is called unti'],
    ['--only without a step', ['--only'], '--only needs the names'],
    ['an unknown option', ['--watch'], '--watch is not known'],
  ])('refuse %s', (_, args, words) => {
    const refused = (): unknown => readSelection(args, known);
    expect(refused).toThrow(PreparationProblem);
    expect(refused).toThrow(words);
  });
});

describe('the steps of a run', () => {
  const step = (name: string, needsBuild = false) => ({ name, needsBuild });
  const steps = [step('build', true), step('types'), step('unit'), step('renderer'), step('e2e', true)];
  const files = ['test/unit/floor/send.test.ts', 'test/unit/renderer/stores/send.test.ts', 'test/e2e/wall.test.ts'];
  const choose = (...args: string[]) => {
    const all = steps.map(({ name }) => name);
    const { steps: chosen, files: named } = chooseSteps(steps, readSelection(args, all), files);
    return { steps: chosen.map(({ name }) => name), files: Object.fromEntries(named) };
  };

  it('are all of them without arguments', () => {
    expect(choose()).toEqual({ steps: ['build', 'types', 'unit', 'renderer', 'e2e'], files: {} });
  });

  it('are the projects that hold the named files, without a build where no window is needed', () => {
    expect(choose('send')).toEqual({ steps: ['unit', 'renderer'], files: { unit: [files[0]], renderer: [files[1]] } });
  });

  it('leave out a step on request until it or one of its files is named', () => {
    const all = [step('unit'), { ...step('installers'), isOnRequest: true }];
    const namesOf = (...args: string[]) =>
      chooseSteps(all, readSelection(args, ['unit', 'installers']), ['test/installers/deb.test.ts']).steps.map(
        ({ name }) => name,
      );
    expect([namesOf(), namesOf('--only', 'installers'), namesOf('installers/deb')]).toEqual([
      ['unit'],
      ['installers'],
      ['installers'],
    ]);
  });

  it('include the build where a window is needed', () => {
    expect([choose('wall').steps, choose('--only', 'e2e').steps]).toEqual([
      ['build', 'e2e'],
      ['build', 'e2e'],
    ]);
  });

  it('are refused when no file has the name, also within the named steps', () => {
    expect(() => choose('sned')).toThrow('no test file has sned in its path');
    expect(() => choose('--only', 'unit', 'wall')).toThrow('no test file of unit has wall in its path');
  });
});

describe('the project of a test file', () => {
  it('is the one with the innermost folder, and no other takes the file', () => {
    expect([projectOf('test/unit/floor/a.test.ts'), projectOf('test/unit/renderer/a.test.ts')]).toEqual([
      'unit',
      'renderer',
    ]);
    expect(filesOf('unit')).toEqual({
      include: ['test/unit/**/*.test.ts'],
      exclude: ['test/unit/renderer/**/*.test.ts'],
    });
  });
});
