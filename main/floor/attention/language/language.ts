import { languagesOfSmallWord, type Language } from './small-words';

/** Number of small words per language; the highest one determines the language of the chat. */
export type LanguageVotes = Readonly<Record<Language, number>>;

export const noVotes: LanguageVotes = { en: 0, de: 0, fr: 0, es: 0, ar: 0 };

/** Votes in a short entry. */
const knownVotes = 4;

export function votesFor(language: string | null): LanguageVotes {
  const known = languages.find((one) => language?.toLowerCase().split(/[-_]/u)[0] === one);
  return known === undefined ? noVotes : { ...noVotes, [known]: knownVotes };
}

const lastLatin = 0x24f;
const arabic = /[\u0600-\u06ff]/u;
const languages: readonly Language[] = ['en', 'de', 'fr', 'es', 'ar'];
/** Factor per entry by which older votes lose weight, so that a change of language is followed. */
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
    if (word.charCodeAt(0) > lastLatin && arabic.test(word)) {
      arabicVotes += 2;
      continue;
    }
    for (const language of languagesOfSmallWord(word)) votes[language] += 1;
  }
  votes.ar = arabicVotes;
  return votes;
}

/** Returns `null` if no language is evident. */
export function languageOf(votes: LanguageVotes): Language | null {
  const most = languages.reduce((one, other) => (votes[other] > votes[one] ? other : one));
  return votes[most] > 0 ? most : null;
}
