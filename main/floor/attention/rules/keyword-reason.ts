import type { AttentionReason } from '../../../../preload/contract';
import { reasonAtThreshold, keywordTtlMs, type RuleInput, type Rule } from '../rule-input';
import type { SaidRule } from '../traces/mentions';

/** Creates a rule for recent keywords, which quotes the latest one. */
export function keywordReason(rule: SaidRule): Rule {
  return (view: RuleInput): AttentionReason | null => {
    const { mentions } = view.trace;
    if (mentions.length === 0) return null;
    const recent = mentions.filter((mention) => mention.rule === rule && view.now - mention.at < keywordTtlMs);
    const last = recent.at(-1);
    if (last === undefined) return null;
    const evidence = { since: last.at, count: recent.length, words: last.quote, entryIndex: last.entryIndex };
    return reasonAtThreshold(rule, view, recent.length, evidence);
  };
}
