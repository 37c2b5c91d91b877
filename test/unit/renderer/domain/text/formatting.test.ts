import { describe, expect, it } from 'vitest';
import { formatElapsed, createFormatting } from '../../../../../renderer/domain/text/formatting';

const formatting = createFormatting('en', 'Europe/Paris');
const at = Date.UTC(2026, 10, 22, 20, 4, 7);

describe('formatting', () => {
  it('shows moments in the zone of the reader', () => {
    expect(formatting.time(at)).toBe('21:04');
    expect(formatting.dayKey(Date.UTC(2026, 10, 22, 23, 30))).toBe('2026-11-23');
    expect(formatting.day(at)).toMatch(/Sunday.*22/u);
    expect(formatting.moment(at)).toMatch(/2026.*21:04:07/u);
  });

  it.each(['Asia/Kathmandu', 'Australia/Eucla', 'America/St_Johns', 'Pacific/Apia', 'UTC'])(
    'names the day of each moment in %s, whatever it was asked before',
    (zone) => {
      const asked = createFormatting('en', zone);
      const fresh = (time: number): string => createFormatting('en', zone).dayKey(time);
      const moments = Array.from({ length: 97 }, (_none, quarter) => at + quarter * 15 * 60_000);
      const around = moments.flatMap((moment) => [moment - 1, moment, moment + 899_999]);
      expect(around.map((moment) => asked.dayKey(moment))).toEqual(around.map(fresh));
    },
  );

  it('joins names as the language does', () => {
    expect(formatting.list(['Kim', 'Ana', 'Lena'])).toBe('Kim, Ana, and Lena');
  });

  it.each([
    [-5, '0 min'],
    [59_999, '0 min'],
    [11 * 60_000, '11 min'],
    [125 * 60_000, '2 hr 5 min'],
    [120 * 60_000, '2 hr'],
  ])('says an age of %i ms as %s', (spanMs, words) => {
    expect(formatting.age(spanMs)).toBe(words);
  });
});

describe('formatElapsed', () => {
  it.each([
    [-1, '0:00'],
    [7_900, '0:07'],
    [221_000, '3:41'],
    [3_723_000, '1:02:03'],
  ])('shows %i ms as %s', (spanMs, shown) => {
    expect(formatElapsed(spanMs)).toBe(shown);
  });
});
