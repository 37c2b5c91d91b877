import { parseHttpDate } from './http-date';

/** Longer than this is no advice but a mistake; still far beyond what any maintenance page asks for. */
const longestMs = 3_600_000;
/** This machine's clock may be wrong by a day, and nobody would learn of it by being kept waiting. */
const longestByOwnClockMs = 300_000;

/** What an answer says about when to come back. */
export interface RetryHeaders {
  /** The `Retry-After` header: seconds, or a date. */
  readonly retryAfter: string | null;
  /** The `Date` header: what time it was where the answer was written. */
  readonly date: string | null;
}

/**
 * Milliseconds an answer asks to wait; `null` when there is nothing to obey. A header that was sent twice arrives as one, with
 * a comma: the longest wait counts. A date is compared with the answer's own `Date`, both being read on one clock; only
 * where there is none this machine's clock has to do.
 */
export function parseRetryAfter({ retryAfter, date }: RetryHeaders, now: number): number | null {
  if (retryAfter === null) return null;
  const written = date === null ? null : parseHttpDate(date);
  const waits = valuesIn(retryAfter).flatMap((value) => {
    const seconds = /^(\d{1,9}(?:\.\d+)?) ?s?$/i.exec(value)?.[1];
    if (seconds !== undefined) return [Math.min(longestMs, Math.ceil(Number(seconds) * 1000))];
    const until = parseHttpDate(value);
    if (until === null) return [];
    const longest = written === null ? longestByOwnClockMs : longestMs;
    return [Math.min(longest, Math.max(0, until - (written ?? now)))];
  });
  return waits.length === 0 ? null : Math.max(...waits);
}

/** Dates hold a comma themselves, behind the name of the day. */
function valuesIn(header: string): readonly string[] {
  return header
    .split(/(?<!\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*),|;/i)
    .map((value) =>
      value
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((value) => value !== '');
}
