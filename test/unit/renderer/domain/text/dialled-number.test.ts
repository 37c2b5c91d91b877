import { expect, it } from 'vitest';
import { isDialledNumber } from '../../../../../renderer/domain/text/dialled-number';

it.each(['+49 170 5550101', '+1 (555) 010-0199', '0170/5550101', '\u2066+4915112345678\u2069', '٠١٢٣٤٥٦'])(
  'is one: %s',
  (name) => {
    expect(isDialledNumber(name)).toBe(true);
  },
);

it.each(['Customer 8812', 'Kim', '8812', '', '“+49 170 5550101” (customer)', '+++'])('is none: %s', (name) => {
  expect(isDialledNumber(name)).toBe(false);
});
