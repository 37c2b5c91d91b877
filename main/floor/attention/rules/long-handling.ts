import { reasonAtThreshold, secondsSince, type RuleInput, type Rule } from '../rule-input';

/** Applies when the chat has lasted long. */
export const longHandling: Rule = (view) => {
  const since = startOf(view);
  return reasonAtThreshold('longHandling', view, secondsSince(since, view.now), { since });
};

/** Returns when the chat began; without a server time, when it was first active. */
export function startOf({ chat, trace }: Pick<RuleInput, 'chat' | 'trace'>): number {
  return Math.min(chat.receivedAt ?? chat.firstSeenAt, trace.startedAt ?? Infinity);
}
