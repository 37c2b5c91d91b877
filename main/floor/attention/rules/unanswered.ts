import { reasonAtThreshold, type Rule } from '../rule-input';

/** Applies when the customer wrote several messages in a row without a reply. */
export const unanswered: Rule = (view) => {
  const { count, since, entryIndex } = view.trace.waiting;
  return reasonAtThreshold('unanswered', view, count, { since, count, entryIndex });
};
