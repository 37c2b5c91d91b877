import type { AttentionReason, AttentionSettings } from '../../../preload/contract';
import {
  attentionRuleNames,
  attentionRules,
  saidRules,
  type AttentionRule,
} from '../../../preload/contract/attention-rules';
import { hottestFirst } from './rank';
import type { RuleInput } from './rule-input';
import { findMentions, findReason, type Finding } from './rules';

/** Returns why this chat needs the supervisor, hottest first. Only an active chat with its customer present can. */
export function evaluateRules(view: RuleInput): AttentionReason[] {
  const { state, participants } = view.chat;
  const isCustomerGone = participants.length > 0 && !participants.some(({ kind }) => kind === 'customer');
  if (state !== 'active' || isCustomerGone) return [];
  const reasons = attentionRuleNames.map((rule) => reasonAtThreshold(rule, view.settings, findingOf(rule, view)));
  return hottestFirst(reasons.filter((reason) => reason !== null));
}

/** Returns the times at which a time-based rule of this chat reaches one of its thresholds, if nothing is written. */
export function thresholdTimes(view: RuleInput): readonly number[] {
  return attentionRuleNames.flatMap((rule) => {
    const since = attentionRules[rule].measure === 'time' ? (findingOf(rule, view)?.evidence.since ?? null) : null;
    if (since === null) return [];
    const { threshold, hotThreshold } = view.settings.rules[rule];
    return [threshold, hotThreshold ?? threshold].map((seconds) => since + seconds * 1_000);
  });
}

/** Returns the reason if the measure reaches the rule's threshold; hot from the second threshold on. */
export function reasonAtThreshold(
  rule: AttentionRule,
  settings: AttentionSettings,
  finding: Finding | null,
): AttentionReason | null {
  const { isOn, threshold, hotThreshold } = settings.rules[rule];
  if (finding === null || !isOn || finding.measure < threshold) return null;
  const severity = hotThreshold !== null && finding.measure >= hotThreshold ? 'hot' : 'warm';
  return { rule, severity, since: null, count: null, words: null, entryIndex: null, ...finding.evidence };
}

function findingOf(rule: AttentionRule, view: RuleInput): Finding | null {
  return isSaid(rule) ? findMentions(rule, view) : findReason[rule](view);
}

const said: ReadonlySet<AttentionRule> = new Set(saidRules);
function isSaid(rule: AttentionRule): rule is (typeof saidRules)[number] {
  return said.has(rule);
}
