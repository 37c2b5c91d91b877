import { parseHttpDate } from './http-date';

/** Longer than this is no advice but a mistake; still far beyond what any maintenance page asks for. */
const longestMs = 3_600_000;
/** This machine's clock may be wrong by a day, and nobody would learn of it by being kept waiting. */
const longestByOwnClockMs = 300_000;

/** What an answer says about when to come back. */
export interface WaitingAdvice {
  /** The `Retry-After` header: seconds, or a date. */
  readonly retryAfter: string | null;
  /** The `Date` header: what time it was where the answer was written. */
  readonly date: string | null;
}

/**
 * Milliseconds an answer asks to wait; `null` when there is nothing to obey. A date is compared with the answer's own
 * `Date`, both being read on one clock; only where there is none this machine's clock has to do.
 */
export function parseRetryAfter({ retryAfter, date }: WaitingAdvice, now: number): number | null {
  if (retryAfter === null) return null;
  const words = retryAfter.trim();
  if (/^\d{1,9}(\.\d+)?$/.test(words)) return Math.min(longestMs, Math.ceil(Number(words) * 1000));
  const until = parseHttpDate(words);
  if (until === null) return null;
  const written = date === null ? null : parseHttpDate(date.trim());
  const longest = written === null ? longestByOwnClockMs : longestMs;
  return Math.min(longest, Math.max(0, until - (written ?? now)));
}
