import { reasonAtThreshold, secondsSince, type Rule } from '../rule-input';

/** The agent is there and has written nothing to the customer for long, whoever spoke last. Somebody who types is not silent. */
export const agentSilent: Rule = (view) => {
  const { trace, typing, aloneSince } = view;
  const since = trace.silentSince;
  const isTyping = typing.some(({ kind, visibility }) => kind === 'agent' && visibility === 'everyone');
  if (since === null || isTyping || aloneSince !== null) return null;
  return reasonAtThreshold('agentSilent', view, secondsSince(since, view.now), { since });
};
