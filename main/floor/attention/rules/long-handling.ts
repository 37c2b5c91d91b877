import { reasonAtThreshold, secondsSince, type RuleInput, type Rule } from '../rule-input';

/** The chat goes on and on. */
export const longHandling: Rule = (view) => {
  const since = startOf(view);
  return reasonAtThreshold('longHandling', view, secondsSince(since, view.now), { since });
};

/** When the chat began; where the server does not say, when it was first seen to go on. */
export function startOf({ chat, trace }: Pick<RuleInput, 'chat' | 'trace'>): number {
  return Math.min(chat.receivedAt ?? chat.firstSeenAt, trace.startedAt ?? Infinity);
}
