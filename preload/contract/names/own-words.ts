import { languages, type LanguageRecord } from '../languages';

export type PartyKind = 'customer' | 'agent' | 'supervisor' | 'self' | 'other';

const records: readonly LanguageRecord[] = Object.values(languages);
const ours: ReadonlySet<string> = new Set(records.flatMap(({ ownWords }) => ownWords.split(/\s+/u)).map(plainFold));

function isRoleWord(word: string, kind: PartyKind): boolean {
  return kind !== 'self' && kind !== 'other' && records.some(({ roleWords }) => roleWords[kind].includes(word));
}

/** Folds case, width and diacritics. */
export function plainFold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u064b-\u0652\u0640\u200c\u200d]/gu, '');
}

/** “can’t” is one word: a name may be Can, or have the initial T. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’]t(?![\p{L}\p{M}\p{N}]))?/gu) ?? [];
}

/** Returns whether one of these folded words is ours, except the name of the own kind. */
export function holdsOurWord(folded: readonly string[], kind: PartyKind): boolean {
  return folded.some((word) => ours.has(word) && !isRoleWord(word, kind));
}
