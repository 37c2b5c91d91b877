import { parseHttpDate } from './http-date';

/** A longer wait is taken for a mistake; it is far beyond any maintenance page. */
const maxWaitMs = 3_600_000;
/** The local clock may be wrong by a day, and the user would not see why the console waits. */
const maxWaitByLocalClockMs = 300_000;

/** Headers of a response that say when to return. */
export interface RetryHeaders {
  /** `Retry-After`: seconds or a date. */
  readonly retryAfter: string | null;
  /** `Date`: the server's time when it wrote the response. */
  readonly date: string | null;
}

/**
 * Returns the wait in milliseconds (at most one hour), or `null` if the header is missing or malformed. A repeated
 * header arrives as one with commas; the longest wait counts. A date is measured against the response's `Date`; without
 * one, against the local clock and for at most five minutes.
 */
export function parseRetryAfter({ retryAfter, date }: RetryHeaders, now: number): number | null {
  if (retryAfter === null) return null;
  const written = date === null ? null : parseHttpDate(date);
  const waits = valuesIn(retryAfter).flatMap((value) => {
    const seconds = /^(\d{1,9}(?:\.\d+)?) ?s?$/i.exec(value)?.[1];
    if (seconds !== undefined) return [Math.min(maxWaitMs, Math.ceil(Number(seconds) * 1000))];
    const until = parseHttpDate(value);
    if (until === null) return [];
    const limitMs = written === null ? maxWaitByLocalClockMs : maxWaitMs;
    return [Math.min(limitMs, Math.max(0, until - (written ?? now)))];
  });
  return waits.length === 0 ? null : Math.max(...waits);
}

/** Dates contain a comma after the day's name. */
function valuesIn(header: string): readonly string[] {
  return header.split(/(?<!\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*),|;/i).map((value) =>
    value
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}
