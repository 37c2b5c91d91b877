import { describe, expect, it } from 'vitest';
import {
  dependencyStamp,
  isSameInstallation,
  lacksOnlyUnobtainable,
  lockDisagreement,
  withoutUsage,
} from '../../../build/prepare/dependencies.mjs';

const manifest = (changes: object) => JSON.stringify({ devDependencies: { vue: '3.5.45' }, scripts: {}, ...changes });

describe('stamp of the dependencies', () => {
  it('changes with a dependency, an override or the lock file', () => {
    const stamps = [
      dependencyStamp(manifest({}), '{}'),
      dependencyStamp(manifest({ devDependencies: { vue: '3.5.46' } }), '{}'),
      dependencyStamp(manifest({ overrides: { vue: '3.5.40' } }), '{}'),
      dependencyStamp(manifest({}), '{ }'),
    ];
    expect(new Set(stamps).size).toBe(4);
  });

  it('stays when only scripts or the description change', () => {
    const before = dependencyStamp(manifest({}), '{}');
    expect(dependencyStamp(manifest({ scripts: { start: 'x' }, description: 'y' }), '{}')).toBe(before);
  });
});

describe('installed packages', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };

  it('match when only an optional package is missing', () => {
    expect(isSameInstallation(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  it.each([
    ['another version', { 'node_modules/a': { version: '1.0.1' } }],
    ['a package too few', {}],
    ['a package too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } }],
  ])('do not match with %s', (_, packages) => {
    expect(isSameInstallation(lock, { packages })).toBe(false);
  });

  it('do not match when nothing is installed', () => {
    expect(isSameInstallation(lock, {})).toBe(false);
  });
});

describe('package.json and the lock file', () => {
  it('disagree about a package that one lacks or has in another version', () => {
    const locked = { packages: { '': { devDependencies: { vue: '3.5.44', zod: '4.0.0' } } } };
    expect(lockDisagreement(manifest({ dependencies: { pinia: '4.1.0' } }), locked).sort()).toEqual([
      'pinia',
      'vue',
      'zod',
    ]);
  });
});

describe('failure of npm ci', () => {
  const hole = 'npm error Missing: @oxc-parser/binding-darwin-x64@ from lock file';

  it('is ignored when only packages without an obtainable version are missing', () => {
    expect(lacksOnlyUnobtainable(`npm error code EUSAGE\n${hole}\nnpm error`)).toBe(true);
  });

  it.each([
    ['a locked version is missing', `${hole}\nnpm error Missing: vue@3.5.45 from lock file`],
    ['a version does not fit', `${hole}\nnpm error Invalid: lock file's vue@3.5.44 does not satisfy vue@3.5.45`],
    ['the network failed', 'npm error code ENOTFOUND'],
  ])('is reported when %s', (_, output) => {
    expect(lacksOnlyUnobtainable(output)).toBe(false);
  });

  it('is shown without npm’s usage text', () => {
    expect(withoutUsage(`${hole}\nnpm error Clean install a project\nnpm error Usage:`)).toBe(`${hole}\n`);
  });
});
