import { describe, expect, it } from 'vitest';
import { RetryAfterBook } from '../../../../main/gws/requests/retry-after-book';
import { parseRetryAfter } from '../../../../main/gws/session/retry-after';
import { VirtualClock } from '../../../support/virtual-clock';

function bookWith(random: number): { clock: VirtualClock; book: RetryAfterBook } {
  const clock = new VirtualClock();
  return { clock, book: new RetryAfterBook(clock, () => random) };
}

describe('the book of who asked to be left alone', () => {
  it('keeps the wait of one resource for it alone, until it is over', () => {
    const { clock, book } = bookWith(0);
    book.asked('GET /users', 6_000);
    expect([book.waitFor('GET /users'), book.waitFor('GET /contacts'), book.waitForAll]).toEqual([6_000, 0, 0]);
    clock.advance(5_999);
    expect(book.waitFor('GET /users')).toBe(1);
    clock.advance(1);
    expect(book.waitFor('GET /users')).toBe(0);
  });

  it('holds back everything that nobody waits for once the wish is repeated', () => {
    const { clock, book } = bookWith(0);
    book.asked('GET /users', 6_000);
    clock.advance(6_500);
    book.asked('GET /users', 4_000);
    expect([book.waitFor('GET /contacts'), book.waitForAll]).toEqual([0, 4_000]);
  });

  it('takes the same wish from another resource for a repetition', () => {
    const { book } = bookWith(0);
    book.asked('GET /users', 6_000);
    book.asked('GET /contacts', 3_000);
    expect(book.waitForAll).toBe(3_000);
  });

  it('takes requests that were refused together for one refusal, and the longest wait counts', () => {
    const { book } = bookWith(0);
    book.asked('GET /users', 6_000);
    book.asked('GET /users', 2_000);
    expect([book.waitFor('GET /users'), book.waitForAll]).toEqual([6_000, 0]);
  });

  it('forgets a wish whose end is more than a minute ago', () => {
    const { clock, book } = bookWith(0);
    book.asked('GET /users', 6_000);
    clock.advance(66_001);
    book.asked('GET /users', 6_000);
    expect(book.waitForAll).toBe(0);
  });

  it.each([
    ['a tenth more at most', 20_000, 1, false, 22_000],
    ['three seconds more at most', 600_000, 1, false, 603_000],
    ['never less than was asked', 20_000, 0, false, 20_000],
    ['a quarter of a second where "at once" was said', 0, 0, false, 250],
    ['exactly what was asked, for whoever adds a jitter himself', 20_000, 1, true, 20_000],
  ])('waits %s', (_what, askedMs, random, isExact, expectedMs) => {
    const { book } = bookWith(random);
    book.asked('GET /users', askedMs, isExact);
    expect(book.waitFor('GET /users')).toBe(expectedMs);
  });

  it.each([
    ['6, 6', 6_000],
    ['6,6', 6_000],
    ['4, 6', 6_000],
  ])('keeps what a header sent twice says: %s', (header, expectedMs) => {
    const { clock, book } = bookWith(0);
    book.asked('GET /users', parseRetryAfter({ retryAfter: header, date: null }, clock.now()) ?? 0);
    expect(book.waitFor('GET /users')).toBe(expectedMs);
  });
});
