import type { AttentionPhrases, PhraseListName } from '../../preload/contract';
import { arabic } from './phrases/arabic';
import { arabicEveryday } from './phrases/arabic-everyday';
import { arabicGeneral } from './phrases/arabic-general';
import { arabicIndirect } from './phrases/arabic-indirect';
import { english } from './phrases/english';
import { englishEveryday } from './phrases/english-everyday';
import { englishGeneral } from './phrases/english-general';
import { englishIndirect } from './phrases/english-indirect';
import { french } from './phrases/french';
import { frenchEveryday } from './phrases/french-everyday';
import { frenchGeneral } from './phrases/french-general';
import { frenchIndirect } from './phrases/french-indirect';
import { german } from './phrases/german';
import { germanEveryday } from './phrases/german-everyday';
import { germanGeneral } from './phrases/german-general';
import { germanIndirect } from './phrases/german-indirect';
import type { LanguagePhrases } from './phrases/language-phrases';
import { spanish } from './phrases/spanish';
import { spanishEveryday } from './phrases/spanish-everyday';
import { spanishGeneral } from './phrases/spanish-general';
import { spanishIndirect } from './phrases/spanish-indirect';

type Own = Exclude<PhraseListName, 'watchedWords'>;

/** General phrases come first, and so do their meanings if a word is in several. */
const together = (...sources: readonly Partial<LanguagePhrases>[]): LanguagePhrases => {
  const all = (name: keyof LanguagePhrases): readonly string[] => [
    ...new Set(sources.flatMap((source) => source[name] ?? [])),
  ];
  return {
    escalationWords: all('escalationWords'),
    threats: all('threats'),
    insults: all('insults'),
    danger: all('danger'),
    repeated: all('repeated'),
    sameMeaning: all('sameMeaning'),
    relief: all('relief'),
  };
};

const en = together(englishGeneral, english, englishIndirect, englishEveryday);
const de = together(germanGeneral, german, germanIndirect, germanEveryday);
const fr = together(frenchGeneral, french, frenchIndirect, frenchEveryday);
const es = together(spanishGeneral, spanish, spanishIndirect, spanishEveryday);
const ar = together(arabicGeneral, arabic, arabicIndirect, arabicEveryday);

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
