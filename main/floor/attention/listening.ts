import type { AttentionPhrases, PhraseListName } from '../../../preload/contract';
import { repeatRequests } from './language/courtesies';
import { phraseFinder, type FoundPhrase, type PhraseFinder, type PhraseList } from './phrases';

export type ListName = PhraseListName | 'repeatRequest';
export type Found = FoundPhrase<ListName>;
/** Finds all that is listened for at once. */
export type Listening = PhraseFinder<ListName>;

export function listeningFor(phrases: AttentionPhrases): Listening {
  const lists = Object.entries(phrases).flatMap(([name, byLanguage]) =>
    Object.entries(byLanguage).map(([language, listed]): PhraseList<ListName> => ({
      name: name as PhraseListName,
      language: language === 'any' ? null : language,
      phrases: listed,
    })),
  );
  return phraseFinder([...lists, { name: 'repeatRequest', language: null, phrases: repeatRequests }]);
}

/**
 * What of it is meant in this language. A single word may mean something else in another one ("con"), so it counts in its own
 * only; several words are their own proof, also in a chat that mixes languages.
 */
export function foundIn(language: string | null, found: readonly Found[]): readonly Found[] {
  if (found.length === 0 || language === null) return found;
  return found.filter((one) => one.language === null || one.language === language || one.first < one.last);
}
