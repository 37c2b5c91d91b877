import { reasonFrom, secondsSince, type Rule } from '../chat-view';

/** The agent dropped off while the customer is still there. */
export const orphan: Rule = (view) => {
  const { aloneSince, now } = view;
  if (aloneSince === null) return null;
  return reasonFrom('orphan', view, secondsSince(aloneSince, now), { since: aloneSince });
};
