import type { AttentionPhrases, PhraseListName } from '../../preload/contract';
import { arabic } from './phrases/arabic';
import { english } from './phrases/english';
import { french } from './phrases/french';
import { german } from './phrases/german';
import { spanish } from './phrases/spanish';

type Own = Exclude<PhraseListName, 'watchedWords'>;

const byLanguage = (name: Own): AttentionPhrases[Own] => ({
  any: [],
  en: english[name],
  de: german[name],
  fr: french[name],
  es: spanish[name],
  ar: arabic[name],
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
