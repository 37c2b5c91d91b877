/** Longer than this is no advice but a mistake; still far beyond what any maintenance page asks for. */
const longestMs = 3_600_000;

/** Milliseconds a `Retry-After` header asks to wait: it holds seconds or a date. `null` when there is none to obey. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const words = header.trim();
  if (/^\d{1,9}(\.\d+)?$/.test(words)) return Math.min(longestMs, Math.ceil(Number(words) * 1000));
  // Anything without a letter is no HTTP date, though Date.parse would read some of it as one.
  const date = /[a-z]/i.test(words) ? Date.parse(words) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(longestMs, Math.max(0, date - now));
}
