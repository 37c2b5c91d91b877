import { describe, expect, it } from 'vitest';
import { foundIn, listeningFor, type Found } from '../../../../main/floor/attention/listening';
import { wordsOf } from '../../../../main/floor/attention/words';
import type { AttentionPhrases } from '../../../../preload/contract';
import { forEachList, forEachPhraseLanguage } from '../../../../preload/contract/attention-rules';

type Lists = Partial<AttentionPhrases>;

/** Lists that hold only these phrases. */
const byPhraseLanguage = (phrases: Partial<AttentionPhrases['insults']>): AttentionPhrases['insults'] =>
  forEachPhraseLanguage((language) => phrases[language] ?? []);
const byPhraseList = (lists: Lists): AttentionPhrases => forEachList((list) => lists[list] ?? byPhraseLanguage({}));

/** What these phrases find in a text, as “list language: phrase”. */
function finds(lists: Lists, text: string): readonly string[] {
  const phrases: AttentionPhrases = byPhraseList(lists);
  return listeningFor(phrases)(wordsOf(text), text).map(
    ({ name, language, phrase }) => `${name} ${language ?? 'any'}: ${phrase}`,
  );
}

describe('the phrases of all lists', () => {
  it('are found with the list and the language they stand in', () => {
    const lists = {
      insults: byPhraseLanguage({ en: ['fool'], de: ['depp'] }),
      threats: byPhraseLanguage({ any: ['fool'] }),
    };
    expect(finds(lists, 'you fool, du Depp')).toEqual(['threats any: fool', 'insults en: fool', 'insults de: depp']);
  });

  it('are prepared once for the same settings', () => {
    const phrases = byPhraseList({});
    expect(listeningFor(phrases)).toBe(listeningFor(phrases));
    expect(listeningFor(byPhraseList({}))).not.toBe(listeningFor(phrases));
  });

  it('find any form of the words of one meaning, and the exact word of other lists', () => {
    const lists = {
      sameMeaning: byPhraseLanguage({ en: ['cancel/terminate'] }),
      watchedWords: byPhraseLanguage({ en: ['refund'] }),
    };
    expect(finds(lists, 'I cancelled it')).toEqual(['sameMeaning en: cancel/terminate']);
    expect(finds(lists, 'several refunds')).toEqual([]);
  });
});

describe('a group of words', () => {
  const named = { en: ['lawyer: solicitor/attorney'], any: ['boss/chief'] };
  const lists = (phrase: string): Lists => ({
    sameMeaning: byPhraseLanguage(named),
    watchedWords: byPhraseLanguage({ en: [phrase], de: [phrase] }),
  });

  it.each([
    ['my [lawyer]', 'my attorney', ['watchedWords en: my [lawyer]']],
    ['my [lawyer]', 'my solicitor', ['watchedWords en: my [lawyer]']],
    [
      'the [boss]',
      'the chief',
      ['watchedWords en: the [boss]', 'watchedWords de: the [boss]', 'sameMeaning any: boss/chief'],
    ],
  ])('lets %s find “%s”, by its name or by one of its words', (phrase, text, found) => {
    expect([...finds(lists(phrase), text)].sort()).toEqual([...found].sort());
  });

  it('is not a phrase itself if it has a name, with or without blanks around it', () => {
    expect(finds(lists('nothing'), 'my attorney')).toEqual([]);
    const loose = {
      sameMeaning: byPhraseLanguage({ en: ['  lawyer :  solicitor/attorney'] }),
      watchedWords: byPhraseLanguage({ en: ['my [lawyer]'] }),
    };
    expect(finds(loose, 'my solicitor')).toEqual(['watchedWords en: my [lawyer]']);
    expect(finds(loose, 'lawyer')).toEqual([]);
    const close = { ...loose, sameMeaning: byPhraseLanguage({ en: ['lawyer:solicitor/attorney'] }) };
    expect(finds(close, 'my solicitor')).toEqual(['watchedWords en: my [lawyer]']);
    expect(finds(close, 'the lawyer solicitor')).toEqual([]);
  });

  it('has a name in its own list only; elsewhere a colon is part of a phrase', () => {
    expect(finds({ watchedWords: byPhraseLanguage({ en: ['order: refund'] }) }, 'my order: refund')).toEqual([
      'watchedWords en: order: refund',
    ]);
  });

  it('keeps a word that a later group has too, and a name wins over a word', () => {
    const twice = (phrase: string): Lists => ({
      sameMeaning: byPhraseLanguage({ en: ['car/auto', 'car/wagon', 'bus/coach', 'bus: tram'] }),
      watchedWords: byPhraseLanguage({ en: [phrase] }),
    });
    const watched = (phrase: string, text: string) =>
      finds(twice(phrase), text).filter((found) => found.startsWith('watchedWords'));
    expect(watched('my [car]', 'my auto')).toHaveLength(1);
    expect(watched('my [car]', 'my wagon')).toEqual([]);
    expect(watched('my [bus]', 'my tram')).toHaveLength(1);
    expect(watched('my [bus]', 'my coach')).toEqual([]);
  });

  it('needs a colon with one name before it and text after it, in one line', () => {
    for (const listed of ['alpha', 'alpha:', ': beta', 'alpha/beta: gamma', 'alpha: gamma\nbeta']) {
      const found = finds(
        {
          sameMeaning: byPhraseLanguage({ en: [listed] }),
          watchedWords: byPhraseLanguage({ en: ['our [alpha]', 'our [beta]'] }),
        },
        'our gamma',
      );
      expect(found.filter((one) => one.startsWith('watchedWords'))).toEqual([]);
    }
  });
});

describe('what counts in the language of a chat', () => {
  const find = (language: string | null, last: number): Found => ({
    ...{ name: 'insults', language, phrase: 'x', first: 2, last },
  });

  it('is one word in its own language or in none, and several words in any', () => {
    const all = [find('en', 2), find('de', 2), find(null, 2), find('fr', 3)];
    expect(foundIn('de', all)).toEqual([find('de', 2), find(null, 2), find('fr', 3)]);
    expect(foundIn(null, all)).toEqual(all);
    expect(foundIn('de', [])).toEqual([]);
  });
});
