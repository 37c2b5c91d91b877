import type { PhraseListName } from '../../../preload/contract';

/** Built-in lists; watched words are the supervisor's own. */
export type LanguagePhrases = Readonly<Record<Exclude<PhraseListName, 'watchedWords'>, readonly string[]>>;

/** Indirect phrases in addition to the plain ones of a list. */
export type IndirectPhrases = Pick<LanguagePhrases, 'escalationWords' | 'threats' | 'insults' | 'danger'>;
