import type { AttentionPhrases } from '../../preload/contract';
import { forEachList, forEachPhraseLanguage, type PhraseLanguage } from '../../preload/contract/attention-rules';
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
import type { BuiltIn } from './phrases/language-phrases';
import { spanish } from './phrases/spanish';
import { spanishEveryday } from './phrases/spanish-everyday';
import { spanishGeneral } from './phrases/spanish-general';
import { spanishIndirect } from './phrases/spanish-indirect';

/** The phrases of a language: general ones first, and so are their meanings if a word is in several. */
const builtIn: Readonly<Record<PhraseLanguage, readonly BuiltIn[]>> = {
  any: [],
  en: [englishGeneral, english, englishIndirect, englishEveryday],
  de: [germanGeneral, german, germanIndirect, germanEveryday],
  fr: [frenchGeneral, french, frenchIndirect, frenchEveryday],
  es: [spanishGeneral, spanish, spanishIndirect, spanishEveryday],
  ar: [arabicGeneral, arabic, arabicIndirect, arabicEveryday],
};

/** Default phrases. Watched words are empty: a topic alone is no reason. */
export const defaultPhrases: AttentionPhrases = forEachList((list) =>
  forEachPhraseLanguage((language) => [...new Set(builtIn[language].flatMap((source) => source[list] ?? []))]),
);
