import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeywordMatcher } from '../../../../main/floor/attention/phrases';
import { formsOfGroup, type GroupOf } from '../../../../main/floor/attention/phrases/phrase-syntax';
import { cut, rangesOf, wordsOf } from '../../../../main/floor/attention/words';
import { defaultPhrases } from '../../../../main/settings/attention-phrases';

describe('wordsOf', () => {
  it.each([
    ['KÜNDIGEN!', ['kundigen']],
    ["l'avocat, s.v.p.", ['l', 'avocat', 's', 'v', 'p']],
    ['Straße', ['strasse']],
    ['İPTAL ıslak', ['iptal', 'islak']],
    ['والمدير لِلْمُدِير بالمدير مـــدير', ['مدير', 'مدير', 'مدير', 'مدير']],
    ['إلى أحمد', ['الي', 'احمد']],
    ['a1 b2', ['a1', 'b2']],
    ['😀 —', []],
    ["don't It's the manager's", ['dont', 'it', 'the', 'manager']],
    ['pleeease NOOOO', ['please', 'no']],
    ['ki\u00adll my\u200bself', ['kill', 'myself']],
    ['我要退款', ['我', '要', '退', '款']],
    ['ฉันต้องการคืนเงิน', ['ฉัน', 'ต้องการ', 'คืน', 'เงิน']],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

it('returns the same from the fast path as from the general one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      expect(wordsOf(`${text} é`)).toEqual([...wordsOf(text), 'e']);
    }),
  );
});

it('returns the position of each word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { words, written } = cut(text);
      const places = rangesOf(text);
      expect([written.length, places.length]).toEqual([words.length, words.length]);
      for (const [place, [from, to]] of places.entries()) expect(wordsOf(text.slice(from, to))).toContain(words[place]);
    }),
  );
});

const finderOf = (...phrases: string[]) => {
  const find = createKeywordMatcher([{ name: 'list', language: null, phrases }]);
  return (text: string): string | null => {
    const [one] = find(wordsOf(text), text);
    const places = rangesOf(text);
    return one === undefined ? null : text.slice(places[one.first]?.[0], places[one.last]?.[1]);
  };
};

describe('createKeywordMatcher', () => {
  it.each([
    [['manager'], 'get me the Manager.', 'Manager'],
    [['manager'], 'management', null],
    [['manage*'], 'management', 'management'],
    [['cancel my account'], 'I will cancel  my\naccount today', 'cancel  my\naccount'],
    [['cancel my account'], 'cancel your account', null],
    [['résili*'], 'je RESILIE', 'RESILIE'],
    [['مدير'], 'أريد التحدث مع المدير', 'المدير'],
    [['مدير'], 'مديرية', null],
    [['سأرفع'], 'وسأرفع دعوى', 'وسأرفع'],
    [['a*'], 'apple', null],
    [['a*'], 'a', 'a'],
    [['*', '  ', '***', '.*'], 'anything at all', null],
    [['(a+)+$', '[z'], 'abababababababababababab!', null],
    [['c++ (help)'], 'I need c help', 'c help'],
    [['boss/manager now'], 'your manager now!', 'manager now'],
    [['team-lead*/boss'], 'get me the team leader', 'team leader'],
    [['speak ... manager'], 'I speak to one of the managers', null],
    [['speak ... manager'], 'speak to your manager', 'speak to your manager'],
    [['speak ... manager'], 'speak a b c d e manager', 'speak a b c d e manager'],
    [['speak ... manager'], 'speak a b c d e f manager', null],
    [['speak ... manager'], 'I will speak to her. The manager is nice', null],
    [['speak … big ... manager'], 'speak to the big fat manager', 'speak to the big fat manager'],
    [['lawyer', '-am a lawyer'], 'I am a lawyer', null],
    [['lawyer', '-am a lawyer'], 'I am a lawyer. My lawyer says no', 'lawyer'],
    [['退款'], '请问退款吗', '退款'],
  ])('%o in "%s" is %s', (list, text, found) => {
    expect(finderOf(...list)(text)).toBe(found);
  });

  it('reports list and language of a find, and applies an exception to its own list only', () => {
    const find = createKeywordMatcher([
      { name: 'one', language: 'en', phrases: ['red', '-red wine'] },
      { name: 'other', language: null, phrases: ['red'] },
    ]);
    const found = find(wordsOf('red wine and red'), 'red wine and red');
    expect(found.map(({ name, language, first }) => [name, language, first])).toEqual([
      ['other', null, 0],
      ['one', 'en', 3],
      ['other', null, 3],
    ]);
  });

  it.each([
    [['speak + manager'], 'is the manager there to speak', 'manager there to speak'],
    [['speak + manager'], 'I speak to her. The manager is nice', null],
    [['speak + manager'], 'manager a b c d e f g h i speak', null],
    [['no speak ... boss + now'], 'now I say no, speak to the boss', 'now I say no, speak to the boss'],
    [['-no + manager', 'manager'], 'no need of a manager', null],
    [['-no + manager', 'manager'], 'oh no, get me a manager', 'manager'],
  ])('%o, in any order, in "%s" is %s', (list, text, found) => {
    expect(finderOf(...list)(text)).toBe(found);
  });

  it.each([
    ['en', 'complain~', 'I was complaining', 'complaining'],
    ['en', 'complain', 'I was complaining', null],
    ['en', 'supervisor', 'get me a suprvisor', 'suprvisor'],
    ['en', 'supervisor', 'get me a superviser', 'superviser'],
    ['en', 'supervisor', 'get me a supervisro', 'supervisro'],
    ['en', 'hurting', 'we went hunting', null],
    ['en', 'manager', 'je vais manger', null],
    ['de', 'kündigen~', 'ich kuendige', 'kuendige'],
    ['de', 'ändern', 'ich will es aendern', 'aendern'],
    ['fr', 'résilier~', 'je resilie tout', 'resilie'],
    ['es', 'demandar~', 'los demandare', 'demandare'],
    ['ar', 'محامي~', 'سأكلم المحامي', 'المحامي'],
    ['en', '[boss] ... now', 'your supervisors here now', 'supervisors here now'],
    ['en', '[boss] ... now', 'your boss here now', 'boss here now'],
    ['en', '[nobody] ... now', 'nobody is here now', 'nobody is here now'],
  ])('in %s "%s" in "%s" is %s', (language, phrase, text, found) => {
    const groupOf: GroupOf = (name) => (name === 'boss' ? formsOfGroup('boss/supervisor') : null);
    const find = createKeywordMatcher([{ name: 'list', language, phrases: [phrase], groupOf }]);
    const [one] = find(wordsOf(text), text);
    const places = rangesOf(text);
    expect(one === undefined ? null : text.slice(places[one.first]?.[0], places[one.last]?.[1])).toBe(found);
  });

  it('finds a piece that stands between two others', () => {
    const find = createKeywordMatcher([{ name: 'list', language: 'en', phrases: ['lawyer + contract + check*'] }]);
    const found = (text: string): number => find(wordsOf(text), text).length;
    expect(found('our lawyer checks the contract')).toBe(1);
    expect(found('the contract, checked by our lawyer')).toBe(1);
    expect(found('our lawyer has the contract')).toBe(0);
  });

  it('is made ready in turns, and at once by a search', () => {
    const lists = [{ name: 'list', language: 'en', phrases: ['one', 'two', 'three'] }];
    const inTurns = createKeywordMatcher(lists);
    expect([inTurns.prepare(2), inTurns.prepare(2), inTurns.prepare(2)]).toEqual([false, true, true]);
    const atOnce = createKeywordMatcher(lists);
    expect(atOnce(['three'], 'three')).toHaveLength(1);
    expect(atOnce.prepare(1)).toBe(true);
  });

  it('finds every default phrase in its shortest sentence', () => {
    const groups = new Map(
      Object.entries(defaultPhrases.sameMeaning).map(([language, listed]) => [
        language,
        new Map(
          listed.flatMap((one) => {
            const [name, words] = one.split(': ');
            return name !== undefined && words !== undefined ? [[name, words] as const] : [];
          }),
        ),
      ]),
    );
    for (const [name, byLanguage] of Object.entries(defaultPhrases)) {
      for (const [language, listed] of Object.entries(byLanguage)) {
        const wordsOfGroup = (word: string): string | null => groups.get(language)?.get(word) ?? null;
        const groupOf: GroupOf = (word) => {
          const words = wordsOfGroup(word);
          return words === null ? null : formsOfGroup(words);
        };
        for (const phrase of listed.filter((one) => !one.startsWith('-') && !one.includes(': '))) {
          const shortest = phrase
            .split(/\s+/u)
            .filter((part) => part !== '...' && part !== '+')
            .map((part) => {
              const [first = ''] = part.split('/');
              const [, named] = /^\[(.+)\]$/u.exec(first) ?? [];
              const word = named === undefined ? first : (wordsOfGroup(named)?.split('/')[0] ?? named);
              return word.replaceAll('-', ' ').replace('*', 'xyz');
            })
            .join(' ');
          const text = `— ${shortest.toUpperCase()} !`;
          const isAnyForm = name === 'sameMeaning';
          const [one] = createKeywordMatcher([{ name, language, phrases: [phrase], groupOf, isAnyForm }])(
            wordsOf(text),
            text,
          );
          expect([name, phrase, text, one?.phrase]).toEqual([name, phrase, text, phrase]);
        }
      }
    }
  });

  it('has words for every name in brackets', () => {
    for (const [language, meanings] of Object.entries(defaultPhrases.sameMeaning)) {
      const names = new Set(meanings.flatMap((one) => (one.includes(': ') ? one.split(': ').slice(0, 1) : [])));
      const meant = Object.values(defaultPhrases).flatMap((byLanguage) =>
        (Object.entries(byLanguage).find(([one]) => one === language)?.[1] ?? []).flatMap((phrase) =>
          [...phrase.matchAll(/\[([^\]]+)\]/gu)].map(([, name = '']) => name),
        ),
      );
      expect(meant.filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it('finds a phrase whatever surrounds it, and never one that is absent', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/u).filter((one) => !/(.)\1\1/u.test(one));
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(word),
        fc.array(word),
        (phrase, before, after) => {
          const find = finderOf(phrase.join(' '));
          const rest = [...before, ...after].join(' ');
          expect(find([...before, ...phrase, ...after].join(' '))).toBe(phrase.join(' '));
          expect(find(rest) !== null).toBe(` ${rest} `.includes(` ${phrase.join(' ')} `));
        },
      ),
    );
  });

  it('reads a flood about as fast as a long letter, whatever it contains', () => {
    const all = Object.values(defaultPhrases.threats).flat();
    const find = finderOf(...all, 'abab*', 'abab abab abab abab c', 'abab ... abab ... abab ... abab ... c');
    const floods = [
      'abab '.repeat(50_000),
      'ﷺ'.repeat(200_000),
      `${'ab'.repeat(100_000)}!`,
      '\u0301'.repeat(200_000),
      '退'.repeat(90_000),
    ];
    for (const flood of floods) expect(wordsOf(flood).length).toBeLessThan(20_001);
    expect(floods.map((flood) => find(flood) !== null)).toEqual([true, false, true, false, false]);
  });
});
