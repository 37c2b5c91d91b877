import type { PhraseListName } from '../../../preload/contract';

/** The lists that come with the program; watched words are the supervisor's own. */
export type LanguagePhrases = Readonly<Record<Exclude<PhraseListName, 'watchedWords'>, readonly string[]>>;
