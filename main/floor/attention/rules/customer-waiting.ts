import { reasonAtThreshold, secondsSince, type Rule } from '../rule-input';

/** The customer wrote, and nobody they can read has answered. */
export const customerWaiting: Rule = (view) => {
  const { since, entryIndex } = view.trace.waiting;
  if (since === null) return null;
  return reasonAtThreshold('customerWaiting', view, secondsSince(since, view.now), { since, entryIndex });
};
