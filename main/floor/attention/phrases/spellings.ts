/** Arabic letters that are joined to the next word: and, so, with, for, as, will. */
const proclitic = /^[وفبلكس](?=\p{L}{3})/u;
/** Umlauts typed as two letters: "koennen". Not the "ue" of "neue", "Bauer" or "Quelle". */
const digraph = /(?<![aeq])ue|ae|oe/gu;
const withDigraph = /[ao]e|ue/u;

/** Returns the spellings under which a word may be listed. */
export function spellingsOf(word: string): readonly string[] {
  if (proclitic.test(word)) return [word, word.slice(1)];
  return withDigraph.test(word) ? [word, withoutDigraphs(word)] : [word];
}

export function withoutDigraphs(word: string): string {
  return word.replaceAll(digraph, (letters) => letters.slice(0, 1));
}
