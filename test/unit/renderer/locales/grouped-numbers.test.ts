import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageCodes, type Language } from '../../../../preload/contract/languages';
import { createAppI18n } from '../../../../renderer/app/i18n';
import { catalogues } from '../../../../renderer/locales/catalogues';

/** As written: imported, the messages are compiled. */
const en: unknown = JSON.parse(readFileSync('renderer/locales/en.json', 'utf8'));
const groupedIn = (language: Language): string => new Intl.NumberFormat(`${language}-u-nu-latn`).format(5000);

function textsOf(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    textsOf(inner, at === '' ? key : `${at}.${key}`),
  );
}
const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '');
const withValues = textsOf(en).filter(([, text]) => namesIn(text).length > 0);

describe.each(languageCodes)('numbers in the sentences of %s', (language) => {
  const { global } = createAppI18n(catalogues);
  global.locale.value = language;
  const { t } = global;

  it('are grouped in every message, for every value it names', () => {
    const bare = withValues.filter(([key, text]) => {
      const values = Object.fromEntries(namesIn(text).map((name) => [name, 5000]));
      const written = [t(key, values), t(key, values, 5000), t(key, values, { plural: 5000 })];
      return written.some((sentence) => sentence.includes('5000') || !sentence.includes(groupedIn(language)));
    });
    expect(withValues.length).toBeGreaterThan(150);
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  it('are grouped where only the count is passed', () => {
    const counted = withValues.filter(([, text]) => namesIn(text).every((name) => name === 'n'));
    const bare = counted.filter(
      ([key]) => t(key, 5000).includes('5000') || !t(key, 5000).includes(groupedIn(language)),
    );
    expect(counted.length).toBeGreaterThan(20);
    expect(bare.map(([key]) => key)).toEqual([]);
  });
});

describe('a number in a message', () => {
  const { global } = createAppI18n(catalogues);
  const { t } = global;

  it('still chooses the form of the sentence', () => {
    expect(t('many.unjoined.count', { n: 1 }, 1)).not.toBe(t('many.unjoined.count', { n: 2 }, 2).replace('2', '1'));
    expect(t('many.unjoined.count', 1)).toBe(t('many.unjoined.count', { n: 1 }, 1));
    expect(t('many.unjoined.count', { n: 1 })).toBe(t('many.unjoined.count', { n: 1 }, 1));
  });

  it('is left as it is where it is no number: times, telephone numbers and ids are strings', () => {
    expect(t('chat.withAgent', { agent: '5000' })).toContain('5000');
  });
});
