import { expect, it } from 'vitest';
import type { SetAside } from '../../../preload/contract';
import { isStillAside } from '../../../preload/contract/set-aside';

const one = (until: SetAside['until'], after: number | null = 4): SetAside => ({
  chatId: 'a',
  until,
  at: 1_000,
  after,
});

it('returns true for a muted chat, whatever happens', () => {
  expect(isStillAside(one('broughtBack'), { now: 9_999_999, lastIndex: 99 })).toBe(true);
});

it('ends a snooze at its time', () => {
  expect(isStillAside(one('time'), { now: 999, lastIndex: 99 })).toBe(true);
  expect(isStillAside(one('time'), { now: 1_000, lastIndex: 4 })).toBe(false);
});

it('ends a snooze with the first new entry, also in an empty chat', () => {
  expect(isStillAside(one('news'), { now: 9_999_999, lastIndex: 4 })).toBe(true);
  expect(isStillAside(one('news'), { now: 0, lastIndex: 5 })).toBe(false);
  expect(isStillAside(one('news', null), { now: 0, lastIndex: null })).toBe(true);
  expect(isStillAside(one('news', null), { now: 0, lastIndex: 0 })).toBe(false);
});
