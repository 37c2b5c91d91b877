import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chatOperationNames, menuOperations } from '../../../../preload/contract/chat-operations';
import { languageCodes } from '../../../../preload/contract/languages';
import { keysIn } from '../../../support/keys-in-source';

const folder = path.resolve('renderer/locales');

/** Number of forms of a counted text; a language with two may have a third text for zero. */
function formsOf(language: string, inEnglish: number): number {
  const { length } = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return length > 2 ? length : inEnglish;
}

function textsOf(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    textsOf(inner, at === '' ? key : `${at}.${key}`),
  );
}
const read = (language: string): Map<string, string> =>
  new Map(textsOf(JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8')), ''));
const languages = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => path.basename(file, '.json'));
const english = read('en');
/** `{'@'}` and the like are characters, not values. */
const valuesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '')),
];
const formsIn = (text: string): string[] => text.split(' | ');

describe('the catalogues', () => {
  it('are those of the languages on record', () => {
    expect(languages.toSorted()).toEqual(languageCodes.toSorted());
  });
});

describe.each(languages)('the catalogue %s', (language) => {
  const texts = read(language);

  it('says everything the English one says and nothing else', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('names every entry of the actions menu, its key and its progress', () => {
    const keys = menuOperations.flatMap((one) => [
      `actions.${one}.name`,
      `actions.${one}.underWay`,
      `actions.keys.${one}`,
    ]);
    expect(keys.filter((key) => !texts.has(key))).toEqual([]);
  });

  it('names every operation on a chat in the shift journal', () => {
    const keys = chatOperationNames.map((one) => `journal.act.${one}`);
    expect(keys.filter((key) => !texts.has(key))).toEqual([]);
  });

  it('leaves no text empty', () => {
    expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('names the same values in each text', () => {
    const differing = [...texts].filter(([key, text]) => {
      const wanted = valuesIn(english.get(key) ?? '');
      const named = valuesIn(text);
      return wanted.some((name) => !named.includes(name)) || named.some((name) => !wanted.includes(name));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has as many forms of a counted text as the language has', () => {
    const wrong = [...texts].filter(([key, text]) => {
      const inEnglish = formsIn(english.get(key) ?? '').length;
      return formsIn(text).length !== (inEnglish > 1 ? formsOf(language, inEnglish) : 1);
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

/** A number in brackets, next to words that say it already. */
const inBrackets = /\([^)]*\{n\}\)/u;

describe('the Arabic catalogue', () => {
  it('leaves the number out of forms that say none, one or two in words', () => {
    const twice = [...read('ar')].filter(([, text]) => {
      const [none = '', one = '', two = '', few = ''] = formsIn(text);
      return (
        few !== '' && new Set([none, one, two]).size === 3 && [none, one, two].some((form) => inBrackets.test(form))
      );
    });
    expect(twice.map(([key]) => key)).toEqual([]);
  });
});

describe('the sources', () => {
  const sources = ['main', 'preload', 'renderer'].flatMap((module) =>
    readdirSync(module, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|vue)$/u.test(file))
      .map((file) => readFileSync(path.join(module, file), 'utf8')),
  );
  const named = sources.map(keysIn);
  const exact = new Set(named.flatMap((keys) => keys.exact));
  const patterns = named.flatMap((keys) => keys.patterns);

  it('use every text', () => {
    const isUsed = (key: string): boolean => exact.has(key) || patterns.some((pattern) => pattern.test(key));
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('the keys that a source names', () => {
  it('are those written out and those with parts chosen at run time, whatever stands in a part', () => {
    const { exact, patterns } = keysIn(
      "t('chat.old'); t(`chat.${isOld ? 'a' : `b${{ c: 1 }.c}`}.name`); t(`wall.${x}${y}`)",
    );
    const matching = (key: string): boolean => patterns.some((pattern) => pattern.test(key));
    expect(exact).toEqual(['chat.old']);
    expect(
      ['chat.new.name', 'chat.new.title', 'chat.new.other.name', 'wall.pinnedTwice', 'mall.pinned'].map(matching),
    ).toEqual([true, false, false, true, false]);
  });
});
