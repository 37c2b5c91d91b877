import { reasonAtThreshold, keywordTtlMs, type Rule } from '../rule-input';
import type { Repeat } from '../traces/repeats';

/** Applies when the customer repeats a request. */
export const repeated: Rule = (view) => {
  const most = view.trace.repeats.repeats
    .filter(({ at }) => view.now - at < keywordTtlMs)
    .reduce<Repeat | null>((found, repeat) => (found === null || repeat.count >= found.count ? repeat : found), null);
  if (most === null) return null;
  const { at, count, entryIndex, quote } = most;
  return reasonAtThreshold('repeated', view, count, { since: at, count, words: quote, entryIndex });
};
