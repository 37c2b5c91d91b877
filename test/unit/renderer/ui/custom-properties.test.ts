import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve('renderer');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:vue|css)$/.test(name))
  .map((name) => readFileSync(path.join(root, name), 'utf8'));
/** Set by the popper of reka-ui on what it places. */
const fromLibrary = /^--reka-/;

function allMatches(pattern: RegExp): ReadonlySet<string> {
  return new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name ?? '')));
}

describe('the styles', () => {
  it('use only custom properties that are set somewhere', () => {
    const used = allMatches(/var\((--[a-z0-9-]+)/g);
    const set = allMatches(/(?<![a-z0-9-])(--[a-z0-9-]+)['"]?\s*:/g);
    expect(used.size).toBeGreaterThan(50);
    expect([...used].filter((name) => !set.has(name) && !fromLibrary.test(name))).toEqual([]);
  });
});
