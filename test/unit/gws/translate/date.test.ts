import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMilliseconds, parseServerDate, readServerTime } from '../../../../main/gws/translate/date';

describe('readServerTime', () => {
  it.each([
    ['2014-01-09 11:58:12.035+0200', '2014-01-09T09:58:12.035Z'],
    ['2016-08-16 03:01:21.000-0700', '2016-08-16T10:01:21.000Z'],
    ['2014-05-0511:08:45.000-0700', '2014-05-05T18:08:45.000Z'],
    ['2013-11-2521: 02: 22.000+0200', '2013-11-25T19:02:22.000Z'],
    ['2013-11-25T21:02:22.000+02:00', '2013-11-25T19:02:22.000Z'],
    ['2015-11-26T16:39:41Z', '2015-11-26T16:39:41.000Z'],
    ['2015-11-26 16:39:41', '2015-11-26T16:39:41.000Z'],
    ['2015-11-26 16:39:41.5+0530', '2015-11-26T11:09:41.500Z'],
  ])('reads %s', (written, meant) => {
    expect(new Date(parseServerDate(written) ?? 0).toISOString()).toBe(meant);
  });

  it.each([
    '',
    'yesterday',
    '2014-13-09 11:58:12',
    '2014-01-09',
    '2014-01-09 25:00:00',
    null,
    {},
    [],
    true,
    ' '.repeat(1e6),
  ])('returns null for %s', (written) => expect(parseServerDate(written)).toBeNull());

  it.each([
    ['1389261492035', '2014-01-09T09:58:12.035Z'],
    [' 1389261492 ', '2014-01-09T09:58:12.000Z'],
    ['2014-01-09 11:58:12.035+02', '2014-01-09T09:58:12.035Z'],
    ['2014-01-09 11:58:12.035 +2', '2014-01-09T09:58:12.035Z'],
    ['2014-01-09 11:58:12.035 GMT+02:00', '2014-01-09T09:58:12.035Z'],
    ['2014-01-09 09:58:12.035 UTC', '2014-01-09T09:58:12.035Z'],
    ['2014-01-09 10:58:12.035 CET', '2014-01-09T09:58:12.035Z'],
    ['2014-01-09 10:58:12.035 Europe/Berlin', '2014-01-09T09:58:12.035Z'],
    ['2014-07-09 11:58:12.035 Europe/Berlin', '2014-07-09T09:58:12.035Z'],
    ['2014-07-09 02:58:12 America/Los_Angeles', '2014-07-09T09:58:12.000Z'],
    ['Thu, 09 Jan 2014 09:58:12 GMT', '2014-01-09T09:58:12.000Z'],
    ['Thu Jan  9 09:58:12 2014', '2014-01-09T09:58:12.000Z'],
  ])('reads %s without a guess', (written, meant) => {
    const time = readServerTime(written);
    expect({ ...time, at: new Date(time?.at ?? 0).toISOString() }).toEqual({ at: meant, isGuess: false });
  });

  it.each(['2014-01-09 09:58:12.035', '2014-01-09 09:58:12.035 CST', '2014-01-09 09:58:12.035 Mars/Olympus'])(
    'guesses the zone of %s',
    (written) => {
      expect(readServerTime(written)).toEqual({ at: Date.parse('2014-01-09T09:58:12.035Z'), isGuess: true });
    },
  );

  it.each(['2014-02-30 09:58:12', '2015-02-29 00:00:00Z', '12', '99999999999999999999', '2014-01-09 09:58:12 +99'])(
    'rejects %s, a day or an offset that does not exist',
    (written) => {
      const time = readServerTime(written);
      expect(time === null || time.isGuess).toBe(true);
    },
  );

  it('returns the same time for every format', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        fc.constantFrom(' ', 'T', ''),
        fc.constantFrom('', ':'),
        fc.constantFrom('', ' '),
        (moment, offset, blank, colon, space) => {
          const local = new Date(moment.getTime() + offset * 60_000).toISOString();
          const sign = offset < 0 ? '-' : '+';
          const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
          const zone = `${sign}${two(Math.abs(offset) / 60)}${colon}${two(Math.abs(offset) % 60)}`;
          const time = local.slice(11, 23).replaceAll(':', `:${space}`);
          expect(parseServerDate(`${local.slice(0, 10)}${blank}${time}${zone}`)).toBe(moment.getTime());
        },
      ),
    );
  });

  it('distinguishes seconds and milliseconds by size', () => {
    expect(epochMilliseconds(1389261492035)).toBe(1389261492035);
    expect(epochMilliseconds(1389261492)).toBe(1389261492000);
    expect([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300].map(epochMilliseconds)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
