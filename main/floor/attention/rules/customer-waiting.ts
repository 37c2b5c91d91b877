import { reasonFrom, secondsSince, type Rule } from '../chat-view';

/** The customer wrote, and nobody they can read has answered. */
export const customerWaiting: Rule = (view) => {
  const { since, entryIndex } = view.trace.waiting;
  if (since === null) return null;
  return reasonFrom('customerWaiting', view, secondsSince(since, view.now), { since, entryIndex });
};
