import type { AttentionPhrases, PhraseListName } from '../../preload/contract';
import { arabic } from './phrases/arabic';
import { arabicGeneral } from './phrases/arabic-general';
import { arabicIndirect } from './phrases/arabic-indirect';
import { english } from './phrases/english';
import { englishGeneral } from './phrases/english-general';
import { englishIndirect } from './phrases/english-indirect';
import { french } from './phrases/french';
import { frenchGeneral } from './phrases/french-general';
import { frenchIndirect } from './phrases/french-indirect';
import { german } from './phrases/german';
import { germanGeneral } from './phrases/german-general';
import { germanIndirect } from './phrases/german-indirect';
import type { IndirectPhrases, LanguagePhrases } from './phrases/language-phrases';
import { spanish } from './phrases/spanish';
import { spanishGeneral } from './phrases/spanish-general';
import { spanishIndirect } from './phrases/spanish-indirect';

type Own = Exclude<PhraseListName, 'watchedWords'>;

/** General phrases come first, and so do their meanings if a word is in several. */
const together = (plain: LanguagePhrases, indirect: IndirectPhrases, general: LanguagePhrases): LanguagePhrases => ({
  escalationWords: [...new Set([...general.escalationWords, ...plain.escalationWords, ...indirect.escalationWords])],
  threats: [...new Set([...general.threats, ...plain.threats, ...indirect.threats])],
  insults: [...new Set([...general.insults, ...plain.insults, ...indirect.insults])],
  danger: [...new Set([...general.danger, ...plain.danger, ...indirect.danger])],
  repeated: [...new Set([...general.repeated, ...plain.repeated])],
  sameMeaning: [...new Set([...general.sameMeaning, ...plain.sameMeaning])],
  relief: [...new Set([...general.relief, ...plain.relief])],
});

const en = together(english, englishIndirect, englishGeneral);
const de = together(german, germanIndirect, germanGeneral);
const fr = together(french, frenchIndirect, frenchGeneral);
const es = together(spanish, spanishIndirect, spanishGeneral);
const ar = together(arabic, arabicIndirect, arabicGeneral);

const byLanguage = (name: Own): AttentionPhrases[Own] => ({
  any: [],
  en: en[name],
  de: de[name],
  fr: fr[name],
  es: es[name],
  ar: ar[name],
});

/** Default phrases. Watched words are empty: a topic alone is no reason. */
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
