import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { wordsOf } from '../words';
import type { Language } from './small-words';

/** The German stemmer keeps verb endings; these make "blinkt", "geblinkt" and "blinken" one word. */
const participle = /^ge(?=\p{L}{4,}t$)|(?<=^(?:ab|an|auf|aus|ein|nach|vor|zu|um))ge(?=\p{L}{3,}(?:t|en)$)/u;
const verbEnding = /(?<=.{4})(?:e?t|st)$/u;

/** Spanish futures typed without an accent: "demandare". */
const plainFuture = /(?<=.{3}[aei]r)(?:e|as|a|an)$/u;
/** Vowels that the French stemmer keeps on words without accents: "resilie", "resilier". */
const lastVowels = /(?<=.{3})[ei]+$/u;

const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  en: english,
  de: (word) => german(word.replace(participle, '')).replace(verbEnding, ''),
  fr: (word) => french(word).replace(lastVowels, ''),
  es: (word) => spanish(word.replace(plainFuture, '')),
  ar: arabic,
};

const maxStemmed = 40;
const maxCached = 40_000;
const kept: Readonly<Record<Language, Map<string, string>>> = {
  en: new Map(),
  de: new Map(),
  fr: new Map(),
  es: new Map(),
  ar: new Map(),
};

/**
 * Returns the common part of a word's forms, folded. Takes the word as written, because accents distinguish endings.
 */
export function stemOf(written: string, language: Language): string {
  const stems = kept[language];
  const known = stems.get(written);
  if (known !== undefined) return known;
  if (written.length > maxStemmed || /\d/u.test(written)) return written;
  if (stems.size >= maxCached) stems.clear();
  const stem = stemmers[language](written.toLowerCase().normalize('NFC'));
  const folded = wordsOf(stem)[0] ?? stem;
  stems.set(written, folded);
  return folded;
}
