import { reasonAtThreshold, secondsSince, type Rule } from '../rule-input';

/** The agent dropped off while the customer is still there. */
export const orphan: Rule = (view) => {
  const { aloneSince, now } = view;
  if (aloneSince === null) return null;
  return reasonAtThreshold('orphan', view, secondsSince(aloneSince, now), { since: aloneSince });
};
