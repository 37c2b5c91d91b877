import type { AttentionRule, PhraseListName } from '../../../preload/contract';

/** How a rule is configured: by time or by count, and with which lists, if any. */
export interface RuleKind {
  readonly rule: AttentionRule;
  readonly measure: 'time' | 'times';
  readonly lists: readonly PhraseListName[];
  readonly hasNewAgents: boolean;
}

const timed = (rule: AttentionRule): RuleKind => ({
  rule,
  measure: 'time',
  lists: [],
  hasNewAgents: rule === 'newAgent',
});
const counted = (rule: AttentionRule, ...lists: PhraseListName[]): RuleKind => ({
  rule,
  measure: 'times',
  lists,
  hasNewAgents: false,
});

/** In the order of importance to a supervisor: neglected customers, upset customers, chats to check. */
export const ruleKinds: readonly RuleKind[] = [
  timed('orphan'),
  counted('danger', 'danger'),
  timed('customerWaiting'),
  counted('unanswered'),
  timed('agentSilent'),
  counted('escalationWords', 'escalationWords'),
  counted('threats', 'threats'),
  counted('insults', 'insults'),
  counted('repeated', 'repeated', 'sameMeaning'),
  counted('pingPong'),
  counted('watchedWords', 'watchedWords'),
  timed('longHandling'),
  timed('newAgent'),
];
