import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../fixtures/frames/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, unknown>;

test('lists every recorded frame in the index, and has every listed one', () => {
  const index = readFileSync(new URL('README.md', folder), 'utf8');
  const listed = [...index.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => `${name ?? ''}.json`);
  expect(listed.sort()).toEqual(files.sort());
});

test.each(files.filter((name) => name.startsWith('notification.')))('reads %s as a complete Bayeux message', (name) => {
  expect(read(name)).toEqual({
    channel: expect.stringMatching(/^\/v2\/me\//) as unknown,
    data: expect.any(Object) as unknown,
  });
});

test.each(files.filter((name) => name.includes('.as-printed')))('keeps %s different from its repair', (name) => {
  expect(read(name)).not.toEqual(read(name.replace('.as-printed', '')));
});
