import { smallWords, type Language } from './small-words';

/** How many small words of each language were read; the most of them tell which one is written. */
export type LanguageVotes = Readonly<Record<Language, number>>;

export const noVotes: LanguageVotes = { en: 0, de: 0, fr: 0, es: 0, ar: 0 };

/** As many votes as a short line has. */
const knownVotes = 4;

export function votesFor(language: string | null): LanguageVotes {
  const known = languages.find((one) => language?.toLowerCase().split(/[-_]/u)[0] === one);
  return known === undefined ? noVotes : { ...noVotes, [known]: knownVotes };
}

const arabic = /[\u0600-\u06ff]/u;
const languages: readonly Language[] = ['en', 'de', 'fr', 'es', 'ar'];
/** Older lines count less, so that a chat that changes its language is followed. */
const fading = 0.7;

export function votedOn(before: LanguageVotes, words: readonly string[]): LanguageVotes {
  const votes = {
    en: before.en * fading,
    de: before.de * fading,
    fr: before.fr * fading,
    es: before.es * fading,
    ar: 0,
  };
  let arabicVotes = before.ar * fading;
  for (const word of words) {
    if (arabic.test(word)) {
      arabicVotes += 2;
      continue;
    }
    if (smallWords.en.has(word)) votes.en += 1;
    if (smallWords.de.has(word)) votes.de += 1;
    if (smallWords.fr.has(word)) votes.fr += 1;
    if (smallWords.es.has(word)) votes.es += 1;
  }
  return { ...votes, ar: arabicVotes };
}

/** `null`: nothing that was read tells it. */
export function languageOf(votes: LanguageVotes): Language | null {
  const most = languages.reduce((one, other) => (votes[other] > votes[one] ? other : one));
  return votes[most] > 0 ? most : null;
}
