import { reasonAtThreshold, type Rule } from '../rule-input';

/** The chat goes from hand to hand. */
export const pingPong: Rule = (view) => {
  const { count, at, entryIndex } = view.trace.handovers;
  return reasonAtThreshold('pingPong', view, count, { since: at, count, entryIndex });
};
