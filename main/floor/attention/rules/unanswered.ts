import { reasonAtThreshold, type Rule } from '../rule-input';

/** The customer wrote several times in a row without an answer. */
export const unanswered: Rule = (view) => {
  const { count, since, entryIndex } = view.trace.waiting;
  return reasonAtThreshold('unanswered', view, count, { since, count, entryIndex });
};
