import type { SourceEdit } from '../../support/source-copy';

/** The test that must turn red without a protection. */
export interface Guard {
  readonly project: 'unit' | 'integration' | 'e2e';
  readonly file: string;
  /** Part of the title, so that only this test runs; without one all of the file do. */
  readonly title?: string;
}

/** One protection of the console, and the edit that removes it as a careless change would. */
export interface Protection extends SourceEdit {
  readonly name: string;
  readonly guard: Guard;
}

/** A protection that a unit test guards. */
export function unit(
  name: string,
  file: string,
  [find, replace]: readonly [find: string, replace: string],
  guard: string,
): Protection {
  return { name, file, find, replace, guard: { project: 'unit', file: `test/unit/${guard}.test.ts` } };
}

/** A protection that only a real window can show. */
export function window(
  name: string,
  file: string,
  [find, replace]: readonly [find: string, replace: string],
  guard: { readonly file: string; readonly title: string },
): Protection {
  return {
    ...{ name, file, find, replace },
    guard: { project: 'e2e', file: `test/e2e/${guard.file}.test.ts`, title: guard.title },
  };
}
