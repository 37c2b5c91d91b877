import { reasonAtThreshold, secondsSince, type Rule } from '../rule-input';

/**
 * Applies when the present agent has not written to the customer for long, regardless of who wrote last. Typing is not silence.
 */
export const agentSilent: Rule = (view) => {
  const { trace, typing, aloneSince } = view;
  const since = trace.silentSince;
  const isTyping = typing.some(({ kind, visibility }) => kind === 'agent' && visibility === 'everyone');
  if (since === null || isTyping || aloneSince !== null) return null;
  return reasonAtThreshold('agentSilent', view, secondsSince(since, view.now), { since });
};
