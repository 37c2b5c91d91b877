import type { AttentionReason, AttentionRule } from '../../../preload/contract';
import type { RuleInput, Rule } from './rule-input';
import { agentSilent } from './rules/agent-silent';
import { customerWaiting } from './rules/customer-waiting';
import { longHandling } from './rules/long-handling';
import { keywordReason } from './rules/keyword-reason';
import { newAgent } from './rules/new-agent';
import { orphan } from './rules/orphan';
import { pingPong } from './rules/ping-pong';
import { repeated } from './rules/repeated';
import { unanswered } from './rules/unanswered';
import { hottestFirst } from './rank';

/** All rules; a missing rule does not compile. */
const rules: Readonly<Record<AttentionRule, Rule>> = {
  orphan,
  customerWaiting,
  agentSilent,
  unanswered,
  repeated,
  escalationWords: keywordReason('escalationWords'),
  threats: keywordReason('threats'),
  insults: keywordReason('insults'),
  danger: keywordReason('danger'),
  watchedWords: keywordReason('watchedWords'),
  pingPong,
  longHandling,
  newAgent,
};
const all = Object.values(rules);

export const ruleNames = Object.keys(rules) as readonly AttentionRule[];

/** Returns why this chat needs the supervisor, hottest first. Only an active chat with its customer present can. */
export function evaluateRules(view: RuleInput): AttentionReason[] {
  const { state, participants } = view.chat;
  const isCustomerGone = participants.length > 0 && !participants.some(({ kind }) => kind === 'customer');
  if (state !== 'active' || isCustomerGone) return [];
  return hottestFirst(all.map((rule) => rule(view)).filter((reason) => reason !== null));
}
