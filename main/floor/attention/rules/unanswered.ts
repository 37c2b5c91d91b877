import { reasonFrom, type Rule } from '../chat-view';

/** The customer wrote several times in a row without an answer. */
export const unanswered: Rule = (view) => {
  const { count, since, entryIndex } = view.trace.waiting;
  return reasonFrom('unanswered', view, count, { since, count, entryIndex });
};
