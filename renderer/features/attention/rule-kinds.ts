import type { AttentionRule } from '../../../preload/contract';

/** How a rule is tuned: by time or by a number of times, and with which list, if any. */
export interface RuleKind {
  readonly rule: AttentionRule;
  readonly measure: 'time' | 'times';
  readonly list: 'escalationPhrases' | 'watchedPhrases' | 'newAgents' | null;
}

const timed = (rule: AttentionRule, list: RuleKind['list'] = null): RuleKind => ({ rule, measure: 'time', list });
const counted = (rule: AttentionRule, list: RuleKind['list'] = null): RuleKind => ({ rule, measure: 'times', list });

/** In the order a supervisor thinks of them: who is left alone, who is upset, who needs a look. */
export const ruleKinds: readonly RuleKind[] = [
  timed('orphan'),
  timed('customerWaiting'),
  counted('unanswered'),
  timed('agentSilent'),
  counted('escalationWords', 'escalationPhrases'),
  counted('repeated'),
  counted('pingPong'),
  counted('watchedWords', 'watchedPhrases'),
  timed('longHandling'),
  timed('newAgent', 'newAgents'),
];
