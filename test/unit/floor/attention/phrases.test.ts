import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseFinder } from '../../../../main/floor/attention/phrases';
import { wordsOf } from '../../../../main/floor/attention/words';
import { defaultEscalationPhrases, defaultWatchedPhrases } from '../../../../main/settings/attention-phrases';

describe('words', () => {
  it.each([
    ['KÜNDIGEN!', ['kundigen']],
    ["l'avocat, s.v.p.", ['l', 'avocat', 's', 'v', 'p']],
    ['Straße', ['strasse']],
    ['İPTAL ıslak', ['iptal', 'islak']],
    ['والمدير لِلْمُدِير بالمدير مـــدير', ['مدير', 'مدير', 'مدير', 'مدير']],
    ['إلى أحمد', ['الي', 'احمد']],
    ['a1 b2', ['a1', 'b2']],
    ['😀 —', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

it('reads plain text by the short way as by the long one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      expect(wordsOf(`${text} é`)).toEqual([...wordsOf(text), 'e']);
    }),
  );
});

describe('phrases', () => {
  it.each([
    [['manager'], 'get me the Manager.', 'manager'],
    [['manager'], 'management', null],
    [['manage*'], 'management', 'manage'],
    [['cancel my account'], 'I will cancel  my\naccount today', 'cancel my account'],
    [['cancel my account'], 'cancel your account', null],
    [['résili*'], 'je RESILIE', 'résili'],
    [['مدير'], 'أريد التحدث مع المدير', 'مدير'],
    [['مدير'], 'مديرية', null],
    [['a*'], 'apple', null],
    [['a*'], 'a', 'a'],
    [['*', '  ', '***', '.*'], 'anything at all', null],
    [['(a+)+$', '[z'], 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', null],
    [['c++ (help)'], 'I need c help', 'c++ (help)'],
  ])('%o in "%s" is %s', (list, text, found) => {
    expect(phraseFinder(list)(wordsOf(text))).toBe(found);
  });

  it('finds every default phrase in a sentence of its own', () => {
    for (const phrase of [...defaultEscalationPhrases, ...defaultWatchedPhrases]) {
      const text = `— ${phrase.replaceAll('*', 'xyz').toUpperCase()}!`;
      expect(phraseFinder([phrase])(wordsOf(text))).toBe(phrase.replaceAll('*', ''));
    }
  });

  it('finds a phrase whatever stands around it, and never one that is not there', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/u);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(word),
        fc.array(word),
        (phrase, before, after) => {
          const find = phraseFinder([phrase.join(' ')]);
          const text = [...before, ...phrase, ...after];
          const rest = [...before, ...after];
          const isInRest = ` ${rest.join(' ')} `.includes(` ${phrase.join(' ')} `);
          expect(find(text)).toBe(phrase.join(' '));
          expect(find(rest) !== null).toBe(isInRest);
        },
      ),
    );
  });

  it('reads a flood about as fast as a long letter, whatever is in it', () => {
    const find = phraseFinder([...defaultEscalationPhrases, 'aaa*', 'aaa aaa aaa aaa b']);
    const floods = ['aaa '.repeat(50_000), 'ﷺ'.repeat(200_000), `${'a'.repeat(200_000)}!`, '\u0301'.repeat(200_000)];
    for (const flood of floods) expect(wordsOf(flood).length).toBeLessThan(20_001);
    expect(floods.map((flood) => find(wordsOf(flood)))).toEqual(['aaa', null, 'aaa', null]);
  });
});
