import type { AttentionPhrases, PhraseListName } from '../../preload/contract';
import { arabic } from './phrases/arabic';
import { arabicIndirect } from './phrases/arabic-indirect';
import { english } from './phrases/english';
import { englishIndirect } from './phrases/english-indirect';
import { french } from './phrases/french';
import { frenchIndirect } from './phrases/french-indirect';
import { german } from './phrases/german';
import { germanIndirect } from './phrases/german-indirect';
import type { IndirectPhrases, LanguagePhrases } from './phrases/language-phrases';
import { spanish } from './phrases/spanish';
import { spanishIndirect } from './phrases/spanish-indirect';

type Own = Exclude<PhraseListName, 'watchedWords'>;

const withIndirect = (plain: LanguagePhrases, indirect: IndirectPhrases): LanguagePhrases => ({
  ...plain,
  escalationWords: [...plain.escalationWords, ...indirect.escalationWords],
  threats: [...plain.threats, ...indirect.threats],
  insults: [...plain.insults, ...indirect.insults],
  danger: [...plain.danger, ...indirect.danger],
});

const en = withIndirect(english, englishIndirect);
const de = withIndirect(german, germanIndirect);
const fr = withIndirect(french, frenchIndirect);
const es = withIndirect(spanish, spanishIndirect);
const ar = withIndirect(arabic, arabicIndirect);

const byLanguage = (name: Own): AttentionPhrases[Own] => ({
  any: [],
  en: en[name],
  de: de[name],
  fr: fr[name],
  es: es[name],
  ar: ar[name],
});

/** What is listened for until a supervisor changes it. Of watched words there are none: a topic alone is no reason. */
export const defaultPhrases: AttentionPhrases = {
  escalationWords: byLanguage('escalationWords'),
  threats: byLanguage('threats'),
  insults: byLanguage('insults'),
  danger: byLanguage('danger'),
  watchedWords: { any: [], en: [], de: [], fr: [], es: [], ar: [] },
  repeated: byLanguage('repeated'),
  sameMeaning: byLanguage('sameMeaning'),
  relief: byLanguage('relief'),
};
