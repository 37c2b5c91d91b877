import { reasonAtThreshold, secondsSince, type Rule } from '../rule-input';

/** Applies when the agent is gone and the customer is still present. */
export const orphan: Rule = (view) => {
  const { aloneSince, now } = view;
  if (aloneSince === null) return null;
  return reasonAtThreshold('orphan', view, secondsSince(aloneSince, now), { since: aloneSince });
};
