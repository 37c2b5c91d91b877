import type { Result } from '../../../preload/contract';

/** Main's dictionaries: every word is right but these. */
export class FakeSpelling {
  misspelt: readonly string[] = [];
  /** Whether the process can look up. */
  isAvailable = true;
  /** The words of each request. */
  readonly asked: (readonly string[])[] = [];

  readonly handlers = {
    'spelling.check': ({ words }: { readonly words: readonly string[] }): Result<readonly string[] | null> => {
      this.asked.push(words);
      return { ok: true, value: this.isAvailable ? words.filter((word) => this.misspelt.includes(word)) : null };
    },
  };
}
