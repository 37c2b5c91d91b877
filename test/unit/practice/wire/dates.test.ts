import { describe, expect, test } from 'vitest';
import { wireDate, wireTimestamp } from '../../../../main/practice/wire/dates';
import { defaultQuirks } from '../../../../main/practice/wire/quirks';

const at = Date.UTC(2014, 4, 5, 18, 8, 45, 7);

describe('wireDate', () => {
  test.each([
    [{}, '2014-05-05 18:08:45.007+0000'],
    [{ datesWithoutBlank: true }, '2014-05-0518:08:45.007+0000'],
    [{ datesWithSpacedColons: true }, '2014-05-05 18: 08: 45.007+0000'],
    [{ datesWithoutBlank: true, datesWithSpacedColons: true }, '2014-05-0518: 08: 45.007+0000'],
  ])('under %j prints %s', (quirks, expected) => {
    expect(wireDate(at, { ...defaultQuirks, ...quirks })).toBe(expected);
  });
});

test('prints milliseconds in timestampSeconds unless timestampsInSeconds is on', () => {
  expect(wireTimestamp(at, defaultQuirks)).toBe(at);
  expect(wireTimestamp(at, { ...defaultQuirks, timestampsInSeconds: true })).toBe(1_399_313_325);
});
