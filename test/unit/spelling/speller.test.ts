import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../preload/contract/spelling';
import { openDictionaries } from '../../../main/spelling/process';
import { Speller, type Lexicon } from '../../../main/spelling/speller';

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const openReal = openDictionaries((dictionary) => path.join(packages, `dictionary-${dictionary}`));

/** Knows a few words, and counts what it was asked. */
class SmallLexicon implements Lexicon {
  readonly asked: string[] = [];
  readonly #words: readonly string[];

  constructor(...words: readonly string[]) {
    this.#words = words;
  }

  spell(word: string): boolean {
    this.asked.push(word);
    return this.#words.includes(word);
  }

  suggest(): readonly string[] {
    return this.#words;
  }
}

function twoLexicons(): { speller: Speller; english: SmallLexicon; opened: Dictionary[] } {
  const english = new SmallLexicon('chat', 'agent', 'bill');
  const german = new SmallLexicon('Chat', 'Agent', 'Rechnung', 'agent');
  const opened: Dictionary[] = [];
  const speller = new Speller((dictionary) => {
    opened.push(dictionary);
    return Promise.resolve(dictionary === 'de' ? german : english);
  });
  return { speller, english, opened };
}

describe('looking words up', () => {
  it('takes a word that any dictionary in use has, and opens only those', async () => {
    const { speller, opened } = twoLexicons();
    expect(await speller.misspelt(['bill', 'Rechnung', 'Rechnugn'], ['en'])).toEqual(['Rechnung', 'Rechnugn']);
    expect(opened).toEqual(['en']);
    expect(await speller.misspelt(['bill', 'Rechnung', 'Rechnugn'], ['de', 'en'])).toEqual(['Rechnugn']);
    expect(opened).toEqual(['en', 'de']);
  });

  it('does not look up single letters or overlong words', async () => {
    const { speller, english } = twoLexicons();
    expect(await speller.misspelt(['x', 'a'.repeat(61)], ['en'])).toEqual([]);
    expect(await speller.suggest('a'.repeat(61), ['en'])).toBeNull();
    expect(english.asked).toEqual([]);
  });

  it('suggests nothing for a word that is right', async () => {
    const { speller } = twoLexicons();
    expect(await speller.suggest('bill', ['de', 'en'])).toBeNull();
  });

  it('offers the best of each dictionary in turn, each once, five at most', async () => {
    const { speller } = twoLexicons();
    expect(await speller.suggest('Agnet', ['de', 'en'])).toEqual(['Chat', 'chat', 'Agent', 'agent', 'Rechnung']);
  });
});

describe('the dictionaries of the program', () => {
  const speller = new Speller(openReal);

  it('know German compounds, and English of both spellings', async () => {
    const right = ['Kundenzufriedenheit', 'Vertragsverlängerung', 'Mobilfunkvertrag', 'colour', 'color', "isn't"];
    const wrong = ['Rechnugn', 'nähmlich', 'wiederspiegeln', 'teh', 'recieve'];
    expect(await speller.misspelt([...right, ...wrong], ['de', 'en', 'en-gb'])).toEqual(wrong);
  });

  it('suggest what is meant', async () => {
    expect(await speller.suggest('Rechnugn', ['de'])).toContain('Rechnung');
    expect(await speller.suggest('recieve', ['en'])).toContain('receive');
  });
});
