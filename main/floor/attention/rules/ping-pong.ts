import { reasonAtThreshold, type Rule } from '../rule-input';

/** Applies when the chat changed agents repeatedly. */
export const pingPong: Rule = (view) => {
  const { count, at, entryIndex } = view.trace.handovers;
  return reasonAtThreshold('pingPong', view, count, { since: at, count, entryIndex });
};
