import { z } from 'zod';
import type { AttentionRule, AttentionSettings, PhraseLanguage, PhraseListName } from '../../preload/contract';
import { defaultPhrases } from './attention-phrases';

const rule = z.strictObject({
  isOn: z.boolean(),
  threshold: z.int().min(1).max(86_400),
  hotThreshold: z.int().min(1).max(86_400).nullable(),
});
const phrases = z.array(z.string().min(1).max(1_000)).max(500);
const phrasesByLanguage = z.strictObject({
  any: phrases,
  en: phrases,
  de: phrases,
  fr: phrases,
  es: phrases,
  ar: phrases,
} satisfies Record<PhraseLanguage, typeof phrases>);
const ids = z.array(z.string().min(1).max(200)).max(2_000);

export const attentionSchema = z.strictObject({
  rules: z.strictObject({
    orphan: rule,
    customerWaiting: rule,
    agentSilent: rule,
    unanswered: rule,
    repeated: rule,
    escalationWords: rule,
    threats: rule,
    insults: rule,
    danger: rule,
    watchedWords: rule,
    pingPong: rule,
    longHandling: rule,
    newAgent: rule,
  } satisfies Record<AttentionRule, typeof rule>),
  phrases: z.strictObject({
    escalationWords: phrasesByLanguage,
    threats: phrasesByLanguage,
    insults: phrasesByLanguage,
    danger: phrasesByLanguage,
    watchedWords: phrasesByLanguage,
    repeated: phrasesByLanguage,
    sameMeaning: phrasesByLanguage,
    relief: phrasesByLanguage,
  } satisfies Record<PhraseListName, typeof phrasesByLanguage>),
  newAgentIds: ids,
  newAgentGroups: ids,
});

const on = (threshold: number, hotThreshold: number | null): AttentionSettings['rules'][AttentionRule] => ({
  isOn: true,
  threshold,
  hotThreshold,
});

/** Default rules: late enough that a normal floor raises few reasons, early enough that none is lost. */
export const defaultAttention: AttentionSettings = {
  rules: {
    orphan: on(15, 15),
    customerWaiting: on(90, 180),
    agentSilent: on(300, 600),
    unanswered: on(3, 5),
    repeated: on(2, 3),
    escalationWords: on(1, 1),
    threats: on(1, 1),
    insults: on(1, 2),
    danger: on(1, 1),
    watchedWords: on(1, null),
    pingPong: on(2, 3),
    longHandling: on(1_500, null),
    newAgent: on(300, null),
  },
  phrases: defaultPhrases,
  newAgentIds: [],
  newAgentGroups: [],
};
