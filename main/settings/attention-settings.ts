import { z } from 'zod';
import type { AttentionSettings } from '../../preload/contract';
import {
  attentionRules,
  forEachList,
  forEachPhraseLanguage,
  forEachRule,
  type AttentionRuleRecord,
} from '../../preload/contract/attention-rules';
import { defaultPhrases } from './attention-phrases';

const rule = z.strictObject({
  isOn: z.boolean(),
  threshold: z.int().min(1).max(86_400),
  hotThreshold: z.int().min(1).max(86_400).nullable(),
});
const phrases = z.array(z.string().min(1).max(1_000)).max(500);
const phrasesByLanguage = z.strictObject(forEachPhraseLanguage(() => phrases));
const ids = z.array(z.string().min(1).max(200)).max(2_000);

export const attentionSchema = z.strictObject({
  rules: z.strictObject(forEachRule(() => rule)),
  phrases: z.strictObject(forEachList(() => phrasesByLanguage)),
  newAgentIds: ids,
  newAgentGroups: ids,
});

export const defaultAttention: AttentionSettings = {
  rules: forEachRule((name) => {
    const { warm, hot }: AttentionRuleRecord = attentionRules[name];
    return { isOn: true, threshold: warm, hotThreshold: hot };
  }),
  phrases: defaultPhrases,
  newAgentIds: [],
  newAgentGroups: [],
};
