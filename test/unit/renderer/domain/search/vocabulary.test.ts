import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../../../../renderer/domain/search/vocabulary';

const wordsWith = (book: Vocabulary, prefix: string): readonly string[] =>
  book.beginningWith(prefix).map((number) => book.wordOf(number));

describe('the words of the search', () => {
  it('take no more room however many come and go, also if nothing is searched for', () => {
    const book = new Vocabulary();
    let highest = 0;
    for (let chat = 0; chat < 20_000; chat += 1) {
      const number = book.take(`order${String(chat)}`);
      highest = Math.max(highest, number);
      book.forget(number);
    }
    expect(highest).toBeLessThan(2_000);
  });

  it('are found by their beginning when the number of a forgotten word is given again', () => {
    const book = new Vocabulary();
    const [alma, zoe] = ['alma', 'zoe', 'bert'].map((word) => book.take(word));
    expect(wordsWith(book, 'a')).toEqual(['alma']);
    book.forget(alma ?? -1);
    book.forget(zoe ?? -1);
    expect(wordsWith(book, 'b')).toEqual(['bert']);
    const numbers = ['carl', 'beata'].map((word) => book.take(word));
    expect(numbers.toSorted()).toEqual([alma, zoe].toSorted());
    expect([wordsWith(book, 'a'), wordsWith(book, 'b'), wordsWith(book, 'c')]).toEqual([
      [],
      ['beata', 'bert'],
      ['carl'],
    ]);
    expect([book.numberOf('zoe'), book.numberOf('beata')]).toEqual([undefined, numbers[1]]);
  });
});
