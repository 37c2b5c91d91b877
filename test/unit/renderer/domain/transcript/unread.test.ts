import { describe, expect, it } from 'vitest';
import { countAfter, firstUnread } from '../../../../../renderer/domain/transcript/unread';
import { entry } from '../seeds';

const entries = [
  entry(1, 'customer'),
  entry(4, 'agent'),
  entry(5, 'self'),
  entry(7, 'customer'),
  entry(8, 'agent', { kind: 'left' }),
];

describe('firstUnread', () => {
  it.each([
    [0, null],
    [1, 7],
    [2, 4],
    [3, 1],
    [4, null],
  ])('with %i unread begins at %s', (unread, index) => {
    expect(firstUnread(entries, unread)).toBe(index);
  });
});

describe('countAfter', () => {
  it('counts words of others only', () => {
    expect([-1, 1, 4, 7, 9].map((index) => countAfter(entries, index))).toEqual([3, 2, 1, 0, 0]);
  });
});
