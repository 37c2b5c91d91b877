import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../prepare/paths.mjs';
import { refusedByCompiler } from './compile-check.mjs';

/**
 * @typedef {import('./compile-check.mjs').Change & { status: string }} Mutant of Stryker's report
 * @typedef {{ source: string, mutants: readonly Mutant[] }} MutatedFile
 * @typedef {{ file: string, line: string, changes?: readonly string[], reason: string }} Reason an entry of
 *   `test/mutation/left.json`: why no test can or should notice these replacements (or any) in this line
 * @typedef {{ mutants: number, byTests: number, byCompiler: number, explained: number, left: readonly string[] }} Tally
 */

/** @returns {readonly Reason[]} */
export function readReasons() {
  return JSON.parse(readFileSync(join(checkout, 'test/mutation/left.json'), 'utf8'));
}

/**
 * Counts who caught the mutants of a module, and describes each that is left without a reason.
 * @param {Readonly<Record<string, MutatedFile>>} files by path from the checkout
 * @param {readonly Reason[]} reasons
 * @returns {Tally}
 */
export function tallyOf(files, reasons) {
  const entries = Object.entries(files);
  const survivorsIn = (/** @type {MutatedFile} */ { mutants }) =>
    mutants.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status));
  const refused = refusedByCompiler(new Map(entries.map(([file, mutated]) => [file, survivorsIn(mutated)])));
  const tally = { mutants: 0, byTests: 0, byCompiler: refused.size, explained: 0, left: /** @type {string[]} */ ([]) };
  for (const [file, mutated] of entries) {
    const counted = mutated.mutants.filter(({ status }) => status !== 'Ignored');
    const survivors = survivorsIn(mutated);
    tally.mutants += counted.length;
    tally.byTests += counted.length - survivors.length;
    const lines = mutated.source.split('\n');
    for (const { location, replacement } of survivors.filter((mutant) => !refused.has(mutant))) {
      const line = (lines[location.start.line - 1] ?? '').trim();
      const isExplained = reasons.some(
        (one) => one.file === file && one.line === line && (one.changes?.includes(replacement) ?? true),
      );
      if (isExplained) tally.explained += 1;
      else
        tally.left.push(`${file}:${location.start.line}  ${line}\n    became: ${replacement.replaceAll(/\s+/gu, ' ')}`);
    }
  }
  return tally;
}
