import type { AttentionRule } from '../../../preload/contract';
import { attentionRuleNames } from '../../../preload/contract/attention-rules';

/** Returns whether a value of a record names a rule of this version. */
export function isAttentionRule(value: unknown): value is AttentionRule {
  return attentionRuleNames.some((rule) => rule === value);
}
