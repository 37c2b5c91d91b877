import { describe, expect, it } from 'vitest';
import { createKeywordMatcher, type PhraseList } from '../../../../main/floor/attention/phrases';
import { wordsOf } from '../../../../main/floor/attention/words';

const list = (name: string, language: string | null, ...phrases: readonly string[]): PhraseList<string> => ({
  ...{ name, language, phrases },
});
const finds = (text: string, ...lists: readonly PhraseList<string>[]) =>
  createKeywordMatcher(lists)(wordsOf(text), text).map(({ name, language, phrase, first }) => [
    ...[`${name} ${language ?? 'any'}`, phrase, first],
  ]);

describe('an exception', () => {
  const red = (name: string, language: string | null) => list(name, language, 'red');

  it.each([
    ['the language of its list', 'en', ['colours de', 'colours any', 'moods en']],
    ['every language of its list if it has none', null, ['moods en']],
  ])('excepts finds in %s, and in no other list', (_where, language, left) => {
    const found = finds(
      'red wine',
      red('colours', 'en'),
      red('colours', 'de'),
      red('colours', null),
      red('moods', 'en'),
      list('colours', language, '-red wine'),
    );
    expect(found.map(([where]) => where)).toEqual(left);
  });

  it('excepts what overlaps it, and nothing before or after', () => {
    const found = finds('red and red wine and red', list('colours', null, 'red', '-red wine'));
    expect(found.map(([, , first]) => first)).toEqual([0, 5]);
  });
});

describe('the finds', () => {
  it('name the phrase without the blanks around it', () => {
    expect(finds('so red', list('colours', null, '  red '))).toEqual([['colours any', 'red', 1]]);
  });

  it('end at two hundred, so that a flood costs no more', () => {
    expect(finds('red '.repeat(300), list('colours', null, 'red'))).toHaveLength(200);
    expect(finds('red '.repeat(199), list('colours', null, 'red'))).toHaveLength(199);
  });

  it('are none without phrases', () => {
    expect(finds('red', list('colours', null))).toEqual([]);
  });
});

it('prepares as many phrases as asked for, and says when all are', () => {
  const find = createKeywordMatcher([list('colours', null, 'red', 'green', 'blue')]);
  expect([find.prepare(2), find.prepare(1), find.prepare(1)]).toEqual([false, false, true]);
});
