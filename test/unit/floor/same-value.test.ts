import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameValue } from '../../../main/floor/same-value';

const plain = fc.jsonValue({ maxDepth: 3 });

it('returns true for a copy', () => {
  fc.assert(fc.property(plain, (value) => isSameValue(value, structuredClone(value))));
});

it('agrees with the serialised values', () => {
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
        : inner,
    );
  // JSON has one zero.
  const isPlainNumber = (text: string): boolean => !text.includes('-0');
  fc.assert(
    fc.property(plain, plain, (left, right) => {
      fc.pre(isPlainNumber(fc.stringify(left)) && isPlainNumber(fc.stringify(right)));
      expect(isSameValue(left, right)).toBe(sorted(left) === sorted(right));
    }),
  );
});

it.each([
  [[1, 2], { 0: 1, 1: 2 }],
  [{ a: undefined }, { b: undefined }],
  [null, {}],
  [[1], [1, 2]],
])('distinguishes %j and %j', (left, right) => {
  expect(isSameValue(left, right)).toBe(false);
});
