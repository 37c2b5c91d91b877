import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogues } from '../../../../renderer/locales/catalogues';
import { firstBlocks } from '../../../../renderer/locales/first-blocks';

const renderer = path.resolve('renderer');
const blocks = Object.keys(catalogues.en);

/** Files that the sign-in page imports without waiting, components first; stores only hold the keys of texts. */
function filesOfSignIn(): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file) || !file.startsWith(renderer) || file.includes(`${path.sep}stores${path.sep}`)) return;
    found.add(file);
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*? from '(\.[^']+)'/gmu)) {
      if (/\.css$|\.json/u.test(target)) continue;
      const imported = path.resolve(path.dirname(file), target);
      visit(imported.endsWith('.vue') ? imported : `${imported}.ts`);
    }
  };
  visit(path.join(renderer, 'features', 'sign-in', 'SignInScreen.vue'));
  visit(path.join(renderer, 'app', 'AwayCover.vue'));
  visit(path.join(renderer, 'app', 'ErrorBoundary.vue'));
  return [...found];
}

describe('the first part of a catalogue', () => {
  it('has every text that the sign-in page shows', () => {
    const files = filesOfSignIn();
    expect(files.length).toBeGreaterThan(30);
    const missing = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(?:t|te)\(\s*['`](\w+)\./gu)]
        .map(([, block = '']) => block)
        .filter((block) => blocks.includes(block) && !firstBlocks.some((first) => first === block))
        .map((block) => `${path.relative(renderer, file)}: ${block}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no block that no catalogue has', () => {
    expect(firstBlocks.filter((block) => !blocks.includes(block))).toEqual([]);
  });
});
