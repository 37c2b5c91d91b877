import { describe, expect, it } from 'vitest';
import { cut, rangesOf, wordsOf } from '../../../../main/floor/attention/words';

/** The same word with invisible characters in it, so that it is too long to be remembered. */
const long = (word: string): string => `${word.slice(0, 1)}${'\u200d'.repeat(40)}${word.slice(1)}`;

describe('the words of a text', () => {
  it.each([
    ['Straße', 'strasse'],
    ['ÆONØÉ', 'aeonoe'],
    ['Renée’s', 'renee'],
    ['Renés', 'renes'],
    ['doén’t', 'doent'],
    ['weé’re', 'weere'],
    ['pleeeasé', 'please'],
    ['مـــدير', 'مدير'],
    ['المدير', 'مدير'],
    ['والمدير', 'مدير'],
    ['فالمدير', 'مدير'],
    ['بالمدير', 'مدير'],
    ['كالمدير', 'مدير'],
    ['وبالمدير', 'مدير'],
    ['للمدير', 'مدير'],
    ['وللمدير', 'مدير'],
    ['المد', 'المد'],
    ['سالمدير', 'سالمدير'],
    ['مكتبة', 'مكتبه'],
  ])('fold %s to %s, also in a word too long to be remembered', (word, folded) => {
    expect([wordsOf(`${word} é`), wordsOf(long(word))]).toEqual([[folded, 'e'], [folded]]);
  });

  it('leave out a lone combining mark of a script without spaces', () => {
    expect(wordsOf('我\u0e31要')).toEqual(['我', '要']);
    expect(rangesOf('我\u0e31要')).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('end at the length limit of a text', () => {
    const flood = 'a '.repeat(15_000);
    expect([cut(flood).words.length, rangesOf(flood).length]).toEqual([10_000, 10_000]);
    const spaced = 'é '.repeat(15_000);
    expect([cut(spaced).words.length, rangesOf(spaced).length]).toEqual([10_000, 10_000]);
  });

  it('end at the same limit if one character expands to a sentence', () => {
    const { words, written } = cut('ﷺ '.repeat(10_000));
    expect([words.length, written.length]).toEqual([20_000, 20_000]);
  });

  it('expand one long word to no more letters than are read of a text', () => {
    expect(wordsOf('ﷺ'.repeat(20_000)).join('').length).toBeLessThan(20_000);
  });
});
