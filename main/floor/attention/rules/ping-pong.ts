import { reasonFrom, type Rule } from '../chat-view';

/** The chat goes from hand to hand. */
export const pingPong: Rule = (view) => {
  const { count, at, entryIndex } = view.trace.handovers;
  return reasonFrom('pingPong', view, count, { since: at, count, entryIndex });
};
