import { describe, expect, it } from 'vitest';
import { checkedWords, namesInChat, wordsOfNames } from '../../../../../renderer/domain/text/checked-words';

const wordsIn = (text: string, ...names: readonly string[]): readonly string[] =>
  checkedWords(text, wordsOfNames(names)).map(({ word }) => word);

describe('the words of a text that are checked', () => {
  it.each([
    ['plain words, with their places', 'Teh bill, (again)!', ['Teh', 'bill', 'again']],
    [
      'apostrophes and hyphens inside of words',
      "isn't 'quoted' Kunden- well-known",
      ["isn't", 'quoted', 'Kunden', 'well-known'],
    ],
    ['one kind of apostrophe', 'don\u2019t', ["don't"]],
    ['composed letters', 'a\u0308hnlich', ['ähnlich']],
    ['no numbers and codes', '42 RX7 4471-A 2nd order', ['order']],
    ['nothing in capitals or with capitals inside', 'ASAP iPhone GitHub Ok I', ['Ok']],
    [
      'no addresses',
      'see https://x.example/teh or www.teh or teh@mail.example or northbank.example now',
      ['see', 'or', 'or', 'or', 'now'],
    ],
    ['no paths, mentions and code', '/usr/teh C:\\teh @teh #teh some_name <img onerror="x"> and/or', ['and', 'or']],
    ['only Latin letters', 'مرحبا order Москва 顧客 teh', ['order', 'teh']],
    ['no words with letters of two scripts', 'pаypal', []],
    ['no word with something invisible in it', 'te\u200bh te\u00adh te\u200dh fine', ['fine']],
    ['words between marks of direction', '\u200fteh\u200e \u202ebill\u202c', ['teh', 'bill']],
    ['nothing without words', '', []],
  ])('are %s', (_what, text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('have their positions in the text', () => {
    const text = "‘recieve’, a\u0308ndern ‮it‬ 'teh'";
    for (const { word, start, end } of checkedWords(text, new Set()))
      expect(text.slice(start, end).normalize('NFC')).toBe(word);
  });

  it('leave out the names of people', () => {
    const names = ['Robinn Valle', "Kim Delacroix-O'Niel", ''];
    expect(wordsIn("Robinn’s order, valle Delacroix-O'Niel Kims Kimme", ...names)).toEqual(['order', 'Kimme']);
  });

  it('leave out 200 letters in a row, also after other text', () => {
    const nasty = '<img src=x onerror="document.title=1">'.padEnd(238, 'ä');
    expect(wordsIn(nasty)).toEqual([]);
    expect(wordsIn(`${'ä'.repeat(200)} teh`)).toEqual(['teh']);
  });

  it('are bounded, and found in time that grows with the text', () => {
    const many = 'teh '.repeat(5_000);
    expect(checkedWords(many, new Set())).toHaveLength(4_000);
    for (const text of ['a'.repeat(64_000), "a'".repeat(32_000), '\u200b'.repeat(64_000), '-'.repeat(64_000)]) {
      const startedAt = performance.now();
      expect(checkedWords(text, new Set())).toEqual([]);
      expect(performance.now() - startedAt).toBeLessThan(1_000);
    }
  });
});

it('takes the names of everyone in a chat', () => {
  const participant = { participantId: '1', kind: 'agent', nickname: 'Ana', userId: null, visibility: null } as const;
  expect(namesInChat({ customerName: 'Kim', agentName: null, participants: [participant] })).toEqual([
    'Kim',
    '',
    'Ana',
  ]);
});
