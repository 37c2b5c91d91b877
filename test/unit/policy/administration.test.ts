import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyEntries, textIn } from '../../../main/policy/policy-entries';
import { policySchemas } from '../../../main/policy/policy-schema';
import { admx, adml, policyTable, withTable } from '../../../main/policy/policy-templates';
import catalogue from '../../../renderer/locales/en.json';

const entries = policyEntries((key) => textIn(catalogue, key));
/** Of the whole match or its first group. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);

describe('the documentation of the policy', () => {
  it('lists every value as the schema has it; `npm run policy -- document docs/administration.md` renews it', () => {
    const page = readFileSync('docs/administration.md', 'utf8');
    expect(withTable(page, policyTable(entries))).toBe(page);
  });

  it('describes each value in words', () => {
    for (const { name, text } of entries) expect(text).not.toBe(name);
  });
});

describe('the templates of Windows', () => {
  const template = admx(entries);
  const texts = adml(entries);

  it('have one policy for each value', () => {
    expect(all(template, /<policy name="(\w+)"/gu)).toEqual(Object.keys(policySchemas));
  });

  it.each([
    ['string', /<string id="(\w+)"/gu],
    ['presentation', /<presentation id="(\w+)"/gu],
  ])('have a text for every %s they refer to, and no other', (kind, pattern) => {
    const wanted = all(template, new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'gu'));
    expect(new Set(all(texts, pattern))).toEqual(new Set(wanted));
  });

  it('close what they open', () => {
    for (const text of [template, texts]) {
      const open: string[] = [];
      for (const tag of all(text, /<[^?!][^>]*>/gu)) {
        if (tag.endsWith('/>')) continue;
        const name = /^<\/?([\w]+)/u.exec(tag)?.[1] ?? '';
        if (tag.startsWith('</')) expect(open.pop()).toBe(name);
        else open.push(name);
      }
      expect(open).toEqual([]);
    }
  });
});
