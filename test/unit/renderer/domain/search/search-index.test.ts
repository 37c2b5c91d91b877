import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchIndex, type ChatMatch } from '../../../../../renderer/domain/search/search-index';
import { parseQuery } from '../../../../../renderer/domain/search/search-query';
import { NaiveSearch } from '../../../../support/renderer/naive-search';

function sorted(matches: readonly ChatMatch[]): readonly ChatMatch[] {
  return matches
    .map(({ chatId, facts, entries }) => ({ chatId, facts: facts.toSorted(), entries }))
    .toSorted((one, other) => (one.chatId < other.chatId ? -1 : 1));
}

function floor(): SearchIndex {
  const index = new SearchIndex();
  index.put('kim', 'customer', 'Kim Delacroix');
  index.put('kim', 'Order', 'Order 20931');
  index.put('kim', 1, 'I was charged twice for order 20931.');
  index.put('kim', 2, 'I would like a refund, please');
  index.put('okafor', 'customer', 'T. Okafor');
  index.put('okafor', 3, 'Where is my refund? Please tell me');
  index.put('yusuf', 7, 'مُرْحَبًا، لم يصل الطلب رقم ٥٥١٢ إلى الآن');
  index.put('li', 4, '我的订单没有到 😕');
  index.put('ruiz', 5, 'La Café-Straße bei Łódź, CAFÉ!');
  return index;
}

describe('the search', () => {
  it.each<[string, string, readonly (readonly [string, readonly number[]])[]]>([
    [
      'the beginning of a word',
      'refu',
      [
        ['kim', [2]],
        ['okafor', [3]],
      ],
    ],
    ['no middle of a word', 'efund', []],
    ['words in any order', 'twice charged', [['kim', [1]]]],
    ['a word of the chat and one of the message', 'kim refund', [['kim', [2]]]],
    ['a chat by what is known of it', 'delacroix', [['kim', []]]],
    ['a fact and a message alike', '20931', [['kim', [1]]]],
    ['a phrase', '"is my refund"', [['okafor', [3]]]],
    ['no phrase in another order', '"my is refund"', []],
    ['a phrase that is still typed', '"is my ref', [['okafor', [3]]]],
    ['no beginning in a closed phrase', '"is my ref"', []],
    ['no phrase across two messages', '"20931 i would"', []],
    ['letters without their accents', 'cafe strasse lodz', [['ruiz', [5]]]],
    [
      'accents where none were written',
      'réfund',
      [
        ['kim', [2]],
        ['okafor', [3]],
      ],
    ],
    ['signs inside a word as a phrase', 'café-str', [['ruiz', [5]]]],
    ['Arabic without vowels and in any form of alef', 'مرحبا الى الان', [['yusuf', [7]]]],
    ['digits of any script', '5512', [['yusuf', [7]]]],
    ['writing without spaces', '没有', [['li', [4]]]],
    ['an emoji', '😕', [['li', [4]]]],
    ['nothing for signs alone', '"?" !', []],
    ['nothing where one word is missing', 'refund zebra', []],
  ])('finds %s', (_, typed, expected) => {
    const found = sorted(floor().find(parseQuery(typed)));
    expect(found.map(({ chatId, entries }) => [chatId, entries])).toEqual(expected);
  });

  it('forgets what was said before an entry was replaced', () => {
    const index = floor();
    index.put('kim', 2, 'Never mind');
    expect(index.find(parseQuery('refund')).map(({ chatId }) => chatId)).toEqual(['okafor']);
    expect(index.find(parseQuery('never mind'))).toEqual([{ chatId: 'kim', facts: [], entries: [2] }]);
  });

  it('finds what a naive reading of everything finds, after any edits', () => {
    const word = fc.constantFrom(
      're',
      'refund',
      'Refünd',
      'order',
      'طلب',
      'الطَّلَب',
      '订单',
      'a-b',
      '"',
      '١٢',
      '12',
      ' ',
      '\u200b',
    );
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    const query = fc.array(
      fc.constantFrom('r', 're', 'ref', 'refund', 'order', 'طل', '订', '单', 'a-', '1', '"re ref', '"re refund"', '"'),
      { maxLength: 4 },
    );
    const edit = fc.record({
      act: fc.constantFrom('put', 'put', 'put', 'remove', 'removeChat'),
      chatId: fc.constantFrom('one', 'two', 'three'),
      key: fc.constantFrom<string | number>(1, 2, 3, 'fact', 'other'),
      text,
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), fc.array(query, { maxLength: 6 }), (edits, queries) => {
        const index = new SearchIndex();
        const naive = new NaiveSearch();
        edits.forEach(({ act, chatId, key, text: written }, place) => {
          for (const search of [index, naive]) {
            if (act === 'put') search.put(chatId, key, written);
            else if (act === 'remove') search.remove(chatId, [key]);
            else search.removeChat(chatId);
          }
          const asked = parseQuery(queries[place % Math.max(1, queries.length)]?.join(' ') ?? 're');
          expect(sorted(index.find(asked))).toEqual(sorted(naive.find(asked)));
        });
      }),
      { numRuns: 300 },
    );
  });
});
