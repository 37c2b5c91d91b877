import { seededRandom } from '../../../main/practice/chance/seeded-random';

/** Words as a language has them, few said all the time and most hardly ever, and texts made of them. The same for the same seed. */
export function createSayings(seed: number) {
  const random = seededRandom(seed);
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from));
  const letters = 'etaoinshrdlucmfwypvbgkjqxz';
  const words = Array.from({ length: 20_000 }, (_, rank) =>
    Array.from({ length: 2 + Math.floor(Math.log2(rank + 2) / 2.2) + between(0, 3) }, () =>
      letters.charAt(Math.floor(letters.length * random() ** 1.6)),
    ).join(''),
  );
  const someWord = (): string => words[Math.floor(words.length * random() ** 4)] ?? '';
  const someText = (): string =>
    Array.from({ length: between(4, 24) }, () => (random() < 0.02 ? String(between(10_000, 99_999)) : someWord())).join(
      ' ',
    );
  return { words, random, someText };
}
