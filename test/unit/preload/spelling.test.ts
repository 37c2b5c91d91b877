import { expect, it } from 'vitest';
import { createSpellCheckProvider } from '../../../preload/spelling';
import type { Bridge } from '../../../preload/contract';

/** A main that knows which words are wrong, or answers nothing. */
function providerWith(wrong: readonly string[] | null) {
  const invoke = (_name: string, { words }: { readonly words: readonly string[] }): Promise<unknown> =>
    Promise.resolve(
      wrong === null
        ? { ok: false, error: { code: 'internal' } }
        : { ok: true, value: words.filter((word) => wrong.includes(word)) },
    );
  const provider = createSpellCheckProvider({ invoke: invoke as unknown as Bridge['invoke'] });
  return (words: string[]): Promise<string[]> =>
    new Promise((resolve) => {
      provider.spellCheck(words, resolve);
    });
}

it('reports the words that main calls misspelt', async () => {
  expect(await providerWith(['teh'])(['the', 'teh'])).toEqual(['teh']);
});

it('reports none when main gives no answer', async () => {
  expect(await providerWith(null)(['teh'])).toEqual([]);
});
