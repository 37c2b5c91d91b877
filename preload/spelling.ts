import type { Bridge } from './contract';

/** What Electron asks for the words of a text field. */
interface SpellCheckProvider {
  spellCheck(words: string[], report: (misspelt: string[]) => void): void;
}

/** Only Latin words are checked; the page's own language does not matter, because main decides by the settings. */
export const checkedScript = 'en-US';

/** Passes the words of a text field to main. Without an answer none is misspelt. */
export function createSpellCheckProvider({ invoke }: Pick<Bridge, 'invoke'>): SpellCheckProvider {
  return {
    spellCheck: (words, report) => {
      void invoke('spelling.check', { words }).then((result) => {
        report(result.ok ? [...result.value] : []);
      });
    },
  };
}
