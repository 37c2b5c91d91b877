import { describe, expect, it } from 'vitest';
import { AdaptiveRate } from '../../../../main/gws/requests/adaptive-rate';
import { VirtualClock } from '../../../support/virtual-clock';

function rateOn(clock = new VirtualClock()): { clock: VirtualClock; rate: AdaptiveRate; refuseTogether: () => void } {
  const rate = new AdaptiveRate(clock);
  /** Two requests within a second, the second refused. */
  const refuseTogether = (): void => {
    clock.advance(2_000);
    rate.sent();
    rate.sent();
    const sentAt = clock.monotonicMs();
    clock.advance(20);
    rate.refused(sentAt, true);
  };
  return { clock, rate, refuseTogether };
}

describe('a rate with a limit of the user', () => {
  it('is even from the first request on, and is never exceeded', () => {
    const clock = new VirtualClock();
    const rate = new AdaptiveRate(clock, 5);
    let sent = 0;
    for (let ms = 0; ms < 60_000; ms += 10) {
      if (rate.waitMs === 0) {
        rate.sent();
        rate.answered(clock.monotonicMs());
        rate.good(10);
        sent += 1;
      }
      clock.advance(10);
    }
    expect(rate.perSecond).toBe(5);
    expect(sent).toBeGreaterThan(290);
    expect(sent).toBeLessThanOrEqual(301);
  });

  it('falls below it where the server accepts less', () => {
    const clock = new VirtualClock();
    const rate = new AdaptiveRate(clock, 20);
    for (let count = 0; count < 3; count += 1) rate.sent();
    rate.refused(clock.monotonicMs(), true);
    expect(rate.perSecond).toBeLessThan(20);
  });
});

describe('AdaptiveRate', () => {
  it('starts open, with a burst', () => {
    const { rate } = rateOn();
    for (let sent = 0; sent < 20; sent += 1) {
      expect(rate.waitMs).toBe(0);
      rate.sent();
    }
    expect(rate.isOpen).toBe(true);
    expect(rate.waitMs).toBeGreaterThan(0);
  });

  it('ends all bursts at the first refusal and goes below common limits', () => {
    const { clock, rate, refuseTogether } = rateOn();
    refuseTogether();
    expect(rate.isOpen).toBe(false);
    expect(rate.perSecond).toBeLessThanOrEqual(8);
    clock.advance(2_000);
    rate.sent();
    expect(rate.waitMs).toBeCloseTo(1_000 / rate.perSecond);
  });

  it('halves with each further refusal and never stops', () => {
    const { rate, refuseTogether } = rateOn();
    refuseTogether();
    const before = rate.perSecond;
    refuseTogether();
    expect(rate.perSecond).toBeCloseTo(before / 2);
    for (let time = 0; time < 20; time += 1) refuseTogether();
    expect(rate.perSecond).toBe(0.5);
  });

  it('counts requests refused together as one refusal', () => {
    const { clock, rate } = rateOn();
    for (let sent = 0; sent < 5; sent += 1) rate.sent();
    const sentAt = clock.monotonicMs();
    clock.advance(20);
    rate.refused(sentAt, true);
    const after = rate.perSecond;
    for (let more = 0; more < 4; more += 1) rate.refused(sentAt, true);
    expect([rate.perSecond, rate.refusalsInARow]).toEqual([after, 1]);
  });

  it('ignores the refusal of a single request', () => {
    const { clock, rate } = rateOn();
    rate.sent();
    const sentAt = clock.monotonicMs();
    clock.advance(20);
    rate.refused(sentAt, false);
    expect(rate.isOpen).toBe(true);
  });

  it('rises in small steps with good responses and stays below the refused rate', () => {
    const { rate, refuseTogether } = rateOn();
    refuseTogether();
    refuseTogether();
    const low = rate.perSecond;
    rate.good(20);
    expect(rate.perSecond).toBeCloseTo(low + 0.25);
    for (let response = 0; response < 500; response += 1) rate.good(20);
    expect(rate.perSecond).toBeGreaterThan(low);
    expect(rate.perSecond).toBeLessThan(8);
  });

  it('counts the refusals of one counting window as one limit and soon returns below it', () => {
    const { clock, rate, refuseTogether } = rateOn();
    for (let refusal = 0; refusal < 6; refusal += 1) refuseTogether();
    expect(rate.perSecond).toBeLessThan(1);
    for (let response = 0; response < 20; response += 1) {
      clock.advance(200);
      rate.good(20);
    }
    expect(rate.perSecond).toBeGreaterThan(5);
  });

  it('lowers the limit when refused there later', () => {
    const { clock, rate, refuseTogether } = rateOn();
    refuseTogether();
    clock.advance(30_000);
    for (let response = 0; response < 50; response += 1) rate.good(20);
    const before = rate.perSecond;
    refuseTogether();
    for (let response = 0; response < 50; response += 1) rate.good(20);
    expect(rate.perSecond).toBeLessThan(0.7 * before);
  });

  it('raises the limit slowly when it is not met again', () => {
    const { clock, rate, refuseTogether } = rateOn();
    refuseTogether();
    for (let second = 0; second < 7_200 && !rate.isOpen; second += 1) {
      clock.advance(1_000);
      rate.good(20);
    }
    expect(rate.isOpen).toBe(true);
  });

  it('slows down when delays rise far above the usual', () => {
    const { clock, rate } = rateOn();
    for (let response = 0; response < 20; response += 1) rate.good(50);
    const before = rate.perSecond;
    clock.advance(2_000);
    rate.good(3_000);
    expect(rate.perSecond).toBeLessThan(before);
  });

  it('ignores how long the server held a response on purpose', () => {
    const { rate } = rateOn();
    for (let response = 0; response < 20; response += 1) rate.good(50);
    const before = rate.perSecond;
    rate.good(null);
    expect(rate.perSecond).toBeGreaterThanOrEqual(before);
  });

  it('slows down for a silent server, to ten a second at least', () => {
    const { clock, rate } = rateOn();
    for (let time = 0; time < 50; time += 1) {
      clock.advance(2_000);
      rate.strained();
    }
    expect(rate.perSecond).toBe(10);
  });

  it('forgets the refusals of a server that was unavailable', () => {
    const { clock, rate } = rateOn();
    const before = rate.perSecond;
    for (let second = 0; second < 6; second += 1) {
      rate.sent();
      rate.sent();
      const sentAt = clock.monotonicMs();
      clock.advance(1_000);
      rate.refused(sentAt, false);
    }
    expect(rate.perSecond).toBeLessThan(before);
    rate.good(20);
    expect(rate.perSecond).toBeGreaterThanOrEqual(before);
  });

  describe('AdaptiveRate below a limit', () => {
    /** A rate with a usual response time of 20 ms. */
    function limited(): { clock: VirtualClock; rate: AdaptiveRate; intervalMs: number } {
      const { clock, rate, refuseTogether } = rateOn();
      refuseTogether();
      for (let response = 0; response < 10; response += 1) rate.good(20);
      clock.advance(5_000);
      return { clock, rate, intervalMs: 1_000 / rate.perSecond };
    }

    it('keeps its distance from the possible arrival of a request with a late response', () => {
      const { clock, rate, intervalMs } = limited();
      rate.sent();
      const sentAt = clock.monotonicMs();
      clock.advance(120);
      rate.answered(sentAt);
      expect(rate.waitMs).toBeCloseTo(intervalMs - 20, 0);
    });

    it('waits at most a second for a response that is later than usual', () => {
      const { clock, rate, intervalMs } = limited();
      rate.sent();
      const sentAt = clock.monotonicMs();
      clock.advance(intervalMs);
      expect(rate.waitMs).toBeCloseTo(1_000 - intervalMs, 0);
      clock.advance(1_000 - intervalMs);
      expect(rate.waitMs).toBe(0);
      rate.answered(sentAt);
      expect(rate.waitMs).toBe(0);
    });

    it('loses no time to a response of usual duration', () => {
      const { clock, rate, intervalMs } = limited();
      rate.sent();
      const sentAt = clock.monotonicMs();
      clock.advance(20);
      rate.answered(sentAt);
      expect(rate.waitMs).toBeCloseTo(intervalMs - 20, 0);
    });

    it('keeps a larger distance from a poll, whose arrival is unknown', () => {
      const { rate, intervalMs } = limited();
      rate.sent(true);
      expect(rate.waitMs).toBeCloseTo(1.5 * intervalMs, 0);
    });

    it('ignores late responses when no limit was detected', () => {
      const { clock, rate } = rateOn();
      for (let response = 0; response < 10; response += 1) rate.good(20);
      rate.sent();
      clock.advance(900);
      expect(rate.waitMs).toBe(0);
    });
  });
});
