import type { PhraseListName } from '../../../preload/contract';

/** The lists that come with the program; watched words are the supervisor's own. */
export type LanguagePhrases = Readonly<Record<Exclude<PhraseListName, 'watchedWords'>, readonly string[]>>;

/** Beside the plain wording of a list: roundabout ways of saying it. */
export type IndirectPhrases = Pick<LanguagePhrases, 'escalationWords' | 'threats' | 'insults' | 'danger'>;
