import type { Chance } from '../world/chance';

/** One keyboard action of a sentence. */
export type Stroke =
  | { readonly does: 'key'; readonly key: string }
  | { readonly does: 'paste'; readonly text: string }
  | { readonly does: 'compose'; readonly letter: string; readonly text: string }
  | { readonly does: 'commit'; readonly text: string };

export interface Sentence {
  readonly text: string;
  readonly strokes: readonly Stroke[];
}

/** These contain every letter that is a command, most of them at the start of a word. */
const words = [
  ...['be', 'back', 'call', 'cancel', 'can', 'tell', 'the', 'truth', 'let', 'leave', 'lies', 'now', 'never', 'no'],
  ...['what', 'we', 'will', 'make', 'my', 'just', 'keep', 'kind', 'refund', 'really', 'ask', 'always', 'say', 'so'],
  ...['you', 'yes', 'x-ray', 'please', 'promise', 'do', 'down', 'first', 'for', 'give', 'him', 'into', 'over', 'up'],
  ...['é', 'für', 'Quittung', 'السلام', 'zéro', '150.', 'what?', 'b', 'c', 'l', 'n', 't', 'w'],
];

/** The keys typed, step by step, and the result of the input method. */
const composed: readonly (readonly [steps: readonly (readonly [string, string])[], result: string])[] = [
  [
    [
      ['h', 'h'],
      ['e', 'へ'],
      ['n', 'へn'],
      ['k', 'へんk'],
      ['i', 'へんき'],
      ['n', 'へんきn'],
    ],
    '返金',
  ],
  [
    [
      ['n', 'n'],
      ['i', 'ni'],
      ['h', 'nih'],
      ['a', 'niha'],
      ['o', 'nihao'],
    ],
    '你好',
  ],
  [
    [
      ['k', 'ㅎ'],
      ['b', '하'],
      ['l', '한'],
    ],
    '한',
  ],
];

/** Draws a unique sentence with typical slips and ways of typing. */
export function drawSentence(chance: Chance, number: number): Sentence {
  const strokes: Stroke[] = [];
  const mark = `q${String(number)}z`;
  const count = chance.between(3, 8);
  const markAt = chance.below(count);
  const parts: string[] = [];
  for (let at = 0; at < count; at += 1) {
    if (at > 0) strokes.push({ does: 'key', key: ' ' });
    parts.push(writePart(chance, at === markAt ? mark : chance.pick(words), strokes));
  }
  return { text: parts.join(' '), strokes };
}

function writePart(chance: Chance, word: string, strokes: Stroke[]): string {
  const type = (text: string): void => {
    for (const key of text) strokes.push({ does: 'key', key });
  };
  const press = (key: string, times: number): void => {
    for (let time = 0; time < times; time += 1) strokes.push({ does: 'key', key });
  };
  return chance.weighted<() => string>([
    [
      12,
      () => {
        type(word);
        return word;
      },
    ],
    [
      2,
      () => {
        // A slip at the end of the word, corrected.
        const slip = chance.pick(['b', 'lt', 'cn', 'wjk']);
        type(word + slip);
        press('Backspace', slip.length);
        return word;
      },
    ],
    [
      2,
      () => {
        // A missing letter is inserted after moving back.
        const letters = Array.from(word);
        const missing = chance.below(letters.length);
        type(letters.filter((_letter, at) => at !== missing).join(''));
        const walk = letters.length - 1 - missing;
        press('ArrowLeft', walk);
        type(letters[missing] ?? '');
        press('ArrowRight', walk);
        return word;
      },
    ],
    [
      1,
      () => {
        strokes.push({ does: 'paste', text: `${word} pasted` });
        return `${word} pasted`;
      },
    ],
    [
      2,
      () => {
        const [steps, result] = chance.pick(composed);
        for (const [letter, text] of steps) strokes.push({ does: 'compose', letter, text });
        strokes.push({ does: 'commit', text: result });
        type(word);
        return result + word;
      },
    ],
  ])();
}
