import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Mutation } from './mutation-list';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
/** TypeScript errors for unknown names and members, with and without a suggestion. */
const unknownNames = new Set([2304, 2339, 2551, 2552]);
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

/**
 * Names in mutations that the sources no longer have, as "mutation: message". Such a mutation breaks the program instead of removing a
 * protection, and anything would catch it. Components are not checked.
 */
export function unknownNamesIn(mutations: readonly Mutation[]): readonly string[] {
  const texts = new Map<string, { readonly text: string; readonly version: number }>();
  const edited = mutations.flatMap(({ edits }) => edits.map(({ file }) => checkout + file));
  const roots = [...new Set(edited)].filter((path) => path.endsWith('.ts'));
  const readText = (path: string): string | undefined => texts.get(path)?.text ?? ts.sys.readFile(path);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => roots,
    getScriptVersion: (path) => String(texts.get(path)?.version ?? 0),
    getScriptSnapshot: (path) => {
      const text = readText(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => checkout,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: readText,
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });
  const put = (path: string, text: string): void => {
    texts.set(path, { text, version: (texts.get(path)?.version ?? 0) + 1 });
  };
  const unknownIn = (path: string): string[] =>
    service
      .getSemanticDiagnostics(path)
      .filter(({ code }) => unknownNames.has(code))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

  return mutations.flatMap(({ name, edits }) => {
    const paths = roots.filter((path) => edits.some(({ file }) => checkout + file === path));
    return paths.flatMap((path) => {
      const original = readFileSync(path, 'utf8');
      const before = new Set(unknownIn(path));
      const own = edits.filter(({ file }) => checkout + file === path);
      put(
        path,
        own.reduce((text, { find, replace }) => text.replace(find, () => replace), original),
      );
      const unknown = unknownIn(path).filter((message) => !before.has(message));
      put(path, original);
      return unknown.map((message) => `${name}: ${message}`);
    });
  });
}
