import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseHttpDate } from '../../../../main/gws/session/http-date';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const longDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function forms(at: number): readonly string[] {
  const fixed = new Date(at).toUTCString();
  const [, day = '', month = '', year = '', time = ''] = /, (\d+) (\w+) (\d+) (\S+)/.exec(fixed) ?? [];
  const weekday = new Date(at).getUTCDay();
  return [
    fixed,
    `${longDays[weekday] ?? ''}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
    `${days[weekday] ?? ''} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`,
  ];
}

describe('parseHttpDate', () => {
  it.each(['UTC', 'Asia/Tokyo', 'America/New_York'])('reads all three forms as GMT on a computer in %s', (timeZone) => {
    process.env['TZ'] = timeZone;
    expect(new Date(2026, 0, 1).getTimezoneOffset() === 0).toBe(timeZone === 'UTC');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(2069, 11, 31) / 1000 }), (seconds) => {
        expect(forms(seconds * 1000).map(parseHttpDate)).toEqual([seconds * 1000, seconds * 1000, seconds * 1000]);
      }),
    );
  });

  it.each(['', 'yesterday', '12', 'Sun, 31 Feb 2026 00:00:00 GMT', 'Sun Nov  6 08:49:37', 'x'.repeat(100_000)])(
    'returns null for %j',
    (text) => {
      expect(parseHttpDate(text)).toBeNull();
    },
  );
});
