const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Sun, 06 Nov 1994 08:49:37 GMT`, and the older `Sunday, 06-Nov-94 08:49:37 GMT`. */
const dayFirst = /^[a-z]{3,9}, (\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC)$/i;
/** `Sun Nov  6 08:49:37 1994`, the format of C's `asctime`. It names no zone and is GMT by the standard. */
const monthFirst = /^[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/i;

/**
 * Returns the epoch milliseconds of an HTTP date in any of the three forms of RFC 9110 (5.6.7), or `null`. All of
 * them are GMT; `Date.parse` would read the third in the local zone.
 */
export function parseHttpDate(written: string): number | null {
  const text = written.trim();
  if (text.length > 64) return null;
  const named = dayFirst.exec(text);
  if (named !== null) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = ''] = named;
    return moment(fullYear(year), month, [day, hour, minute, second]);
  }
  const printed = monthFirst.exec(text);
  if (printed === null) return null;
  const [, month = '', day = '', hour = '', minute = '', second = '', year = ''] = printed;
  return moment(Number(year), month, [day, hour, minute, second]);
}

function moment(year: number, monthName: string, parts: readonly string[]): number | null {
  const [day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const month = months.indexOf(monthName.toLowerCase());
  if (month < 0 || hour > 23 || minute > 59 || second > 60) return null;
  const at = Date.UTC(year, month, day, hour, minute, second);
  return new Date(Date.UTC(year, month, day)).getUTCDate() === day ? at : null;
}

/** Two-digit years are in the twentieth century, when that form was in use. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
