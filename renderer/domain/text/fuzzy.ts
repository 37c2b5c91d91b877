import { foldText } from '../../../preload/contract/text/fold-text';

/**
 * Scores how well a name matches the query, higher is better; `null` if not at all. Words may be in any order. Each
 * must be the start of a word, a part of one, or a subsequence of its letters, in decreasing value. uFuzzy matches no
 * initials ("rmchats") and returns an order, where the palette weighs a score against recent use.
 */
export function fuzzyScore(typed: string, name: string): number | null {
  const words = foldText(typed).split(/\s+/u).filter(Boolean);
  const target = foldText(name);
  let score = 0;
  for (const word of words) {
    const one = scoreOf(word, target);
    if (one === null) return null;
    score += one;
  }
  if (words.length > 0 && target.startsWith(words.join(' '))) score += 40;
  // Of equal matches, the shorter name is the more likely one.
  return score - Math.min(20, target.length / 8);
}

const wordEdge = /[\s\-_.,:;/()'’"›]/u;

function scoreOf(word: string, target: string): number | null {
  let best: number | null = null;
  for (let at = target.indexOf(word); at >= 0; at = target.indexOf(word, at + 1)) {
    const isAtEdge = at === 0 || wordEdge.test(target[at - 1] ?? '');
    if (isAtEdge) return 100 - (at === 0 ? 0 : 5) + (wordEdge.test(target[at + word.length] ?? ' ') ? 10 : 0);
    // Two letters occur inside every second word.
    if (word.length > 2) best = 60;
  }
  return best ?? scattered(word, target);
}

/** A subsequence: each run must begin at a word's edge, otherwise "ing" would match everything. */
function scattered(word: string, target: string): number | null {
  if (word.length < 2) return null;
  let runs = 0;
  let from = 0;
  let isInRun = false;
  for (const letter of word) {
    if (isInRun && target[from] === letter) {
      from += 1;
      continue;
    }
    let at = target.indexOf(letter, from);
    while (at > 0 && !wordEdge.test(target[at - 1] ?? '')) at = target.indexOf(letter, at + 1);
    if (at < 0) return null;
    runs += 1;
    from = at + 1;
    isInRun = true;
  }
  return runs > 3 ? null : 40 - runs * 5;
}
