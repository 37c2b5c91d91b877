import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkout } from '../prepare/paths.mjs';

/**
 * @typedef {{ line: number, column: number }} Position counted from 1
 * @typedef {{ location: { start: Position, end: Position }, replacement: string }} Change
 */

/**
 * Returns the changes that do not type-check; `npm run check` catches these. Only survivors are asked about: Stryker's
 * own checker asks about every mutant and takes many times as long as the tests. Each change is made in a copy of its
 * file, and all copies are checked in one program.
 * @template {Change} T
 * @param {ReadonlyMap<string, readonly T[]>} changes by path from the checkout, all in one part of the program (main or
 *   renderer); the compiler alone does not know `.vue` files
 * @returns {ReadonlySet<T>}
 */
export function refusedByCompiler(changes) {
  /** @type {Map<string, { change: T, text: string }>} */
  const copies = new Map();
  for (const [file, ofFile] of changes) {
    if (!file.endsWith('.ts')) continue;
    const source = readFileSync(join(checkout, file), 'utf8');
    for (const [index, change] of ofFile.entries()) {
      const name = join(checkout, file.replace(/\.ts$/, `.mutant-${index}.ts`));
      copies.set(name, { change, text: applied(source, change) });
    }
  }
  const [part = 'main'] = [...changes.keys()].map((file) => file.split('/')[0]);
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(checkout, part, 'tsconfig.json'), (name) => ts.sys.readFile(name)).config,
    ts.sys,
    join(checkout, part),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => copies.has(name) || fileExists(name);
  host.readFile = (name) => copies.get(name)?.text ?? readFile(name);
  host.getSourceFile = (name, languageVersion, ...more) => {
    const copy = copies.get(name);
    return copy ? ts.createSourceFile(name, copy.text, languageVersion) : getSourceFile(name, languageVersion, ...more);
  };
  const program = ts.createProgram([...copies.keys()], { ...options, noEmit: true, incremental: false }, host);
  const hasError = (/** @type {string} */ name) => {
    const copy = program.getSourceFile(name);
    return program.getSyntacticDiagnostics(copy).length + program.getSemanticDiagnostics(copy).length > 0;
  };
  return new Set([...copies].filter(([name]) => hasError(name)).map(([, { change }]) => change));
}

/**
 * @param {string} source
 * @param {Change} change
 */
function applied(source, { location: { start, end }, replacement }) {
  const lineStarts = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest).getLineStarts();
  const offset = (/** @type {Position} */ { line, column }) => (lineStarts[line - 1] ?? 0) + column - 1;
  return `${source.slice(0, offset(start))}${replacement}${source.slice(offset(end))}`;
}
