import type { PhraseListName } from '../../../preload/contract';

/** Phrases that a language comes with. A list without any starts empty. */
export type BuiltIn = Readonly<Partial<Record<PhraseListName, readonly string[]>>>;

/** The lists that every language comes with; watched words are the supervisor's own. */
export type LanguagePhrases = Readonly<
  Record<
    'escalationWords' | 'threats' | 'insults' | 'danger' | 'repeated' | 'sameMeaning' | 'relief',
    readonly string[]
  >
>;

/** Indirect phrases in addition to the plain ones of a list. */
export type IndirectPhrases = Pick<LanguagePhrases, 'escalationWords' | 'threats' | 'insults' | 'danger'>;
