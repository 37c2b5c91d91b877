import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ServerClock } from '../../../../main/gws/session/server-clock';
import { VirtualClock } from '../../../support/virtual-clock';

const minute = 60_000;

function setUp() {
  const own = new VirtualClock();
  const turned: number[] = [];
  const clock = new ServerClock(own, (aheadMs) => turned.push(aheadMs));
  /** A response that took `outMs` and `backMs` on its way, from a clock that is `aheadMs` ahead. */
  const answer = (aheadMs: number, outMs = 40, backMs = 40): void => {
    const sentAt = own.now();
    own.advance(outMs);
    const date = new Date(own.now() + aheadMs).toUTCString();
    own.advance(backMs);
    clock.observeDate(date, sentAt);
    own.advance(700);
  };
  const answers = (count: number, aheadMs: number): void => {
    for (let index = 0; index < count; index += 1) answer(aheadMs);
  };
  const aheadMs = (): number => clock.now() - own.now();
  return { own, clock, turned, answer, answers, aheadMs };
}

it('assumes equal clocks until three responses disagree', () => {
  const { answers, aheadMs, turned } = setUp();
  answers(2, 10 * minute);
  expect(aheadMs()).toBe(0);
  answers(1, 10 * minute);
  expect(Math.abs(aheadMs() - 10 * minute)).toBeLessThan(1_100);
  expect(turned).toEqual([aheadMs()]);
});

it('ignores responses without a date, with an unreadable one, or received before they were sent', () => {
  const { clock, own, aheadMs } = setUp();
  const date = new Date(own.now() + 10 * minute).toUTCString();
  for (let index = 0; index < 9; index += 1) {
    clock.observeDate(null, own.now());
    clock.observeDate('12345', own.now());
    clock.observeDate('yesterday', own.now());
    clock.observeDate(date, own.now() + 5_000);
  }
  expect(aheadMs()).toBe(0);
});

it('ignores single wrong responses', () => {
  const { answer, answers, aheadMs, turned } = setUp();
  answers(5, -10 * minute);
  const before = aheadMs();
  for (let lie = 0; lie < 20; lie += 1) {
    answer(500 * minute);
    answers(2, -10 * minute);
  }
  // Further responses may only narrow the bounds.
  expect(Math.abs(aheadMs() - before)).toBeLessThan(1_100);
  expect(turned.every((ahead) => Math.abs(ahead + 10 * minute) < 1_100)).toBe(true);
});

it('needs a majority: as many wrong responses as right ones change nothing', () => {
  const { answers, aheadMs } = setUp();
  for (const minutes of [10, 20, 30, 10]) answers(1, minutes * minute);
  expect(aheadMs()).toBe(0);
  answers(1, 10 * minute);
  expect(Math.abs(aheadMs() - 10 * minute)).toBeLessThan(1_100);
});

it('takes the middle of the range on which the responses agree, so a slow response does not widen it', () => {
  const { answer, aheadMs } = setUp();
  answer(10 * minute, 5_000, 0);
  answer(10 * minute, 0, 0);
  answer(10 * minute, 0, 0);
  expect(Math.abs(aheadMs() - 10 * minute)).toBeLessThanOrEqual(500);
});

it('counts a response that took no time, and ignores one received before its request', () => {
  const { clock, own, answer, aheadMs } = setUp();
  const date = new Date(own.now() + 10 * minute).toUTCString();
  for (let index = 0; index < 3; index += 1) clock.observeDate(date, own.now() + 1);
  expect(aheadMs()).toBe(0);
  for (let index = 0; index < 3; index += 1) answer(10 * minute, 0, 0);
  expect(Math.abs(aheadMs() - 10 * minute)).toBeLessThan(1_100);
});

it('follows a changed local clock, at once if the change was detected', () => {
  const { answers, aheadMs, clock } = setUp();
  answers(15, 0);
  answers(7, 10 * minute);
  expect(aheadMs()).toBe(0);
  answers(1, 10 * minute);
  expect(Math.abs(aheadMs() - 10 * minute)).toBeLessThan(1_100);

  clock.discardSamples();
  answers(2, 0);
  expect(Math.abs(aheadMs() - 10 * minute)).toBeLessThan(1_100);
  answers(1, 0);
  expect(Math.abs(aheadMs())).toBeLessThan(1_100);
});

const wait = fc.integer({ min: 0, max: 3_000 });
const response = fc.record({ out: wait, back: wait, lie: fc.option(fc.integer({ min: -1e8, max: 1e8 })) });

it('is exact to a second and the response time if less than half of the responses are wrong', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e8, max: 1e8 }),
      fc.array(response, { minLength: 3, maxLength: 40 }),
      (skewMs, all) => {
        const latest = all.slice(-15);
        fc.pre(latest.filter(({ lie }) => lie !== null).length * 2 < latest.length);
        const { answer, aheadMs } = setUp();
        for (const { out, back, lie } of all) answer(skewMs + (lie ?? 0), out, back);
        const longest = Math.max(...latest.map(({ out, back }) => out + back));
        expect(Math.abs(aheadMs() - skewMs)).toBeLessThanOrEqual(1_000 + longest);
      },
    ),
  );
});

it('returns zero when the local clock is right', () => {
  fc.assert(
    fc.property(fc.array(response, { maxLength: 40 }), (all) => {
      const { answer, turned } = setUp();
      for (const { out, back } of all) answer(0, out, back);
      expect(turned).toEqual([]);
    }),
  );
});
