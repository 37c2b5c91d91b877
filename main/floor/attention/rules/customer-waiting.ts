import { reasonAtThreshold, secondsSince, type Rule } from '../rule-input';

/** Applies when the customer has had no reply they can read. */
export const customerWaiting: Rule = (view) => {
  const { since, entryIndex } = view.trace.waiting;
  if (since === null) return null;
  return reasonAtThreshold('customerWaiting', view, secondsSince(since, view.now), { since, entryIndex });
};
