import { describe, expect, it } from 'vitest';
import { AdaptiveRate } from '../../../../main/gws/requests/adaptive-rate';
import { VirtualClock } from '../../../support/virtual-clock';

function rateOn(clock = new VirtualClock()): { clock: VirtualClock; rate: AdaptiveRate; refuseTogether: () => void } {
  const rate = new AdaptiveRate(clock);
  /** Two sent within a second, of which the second is refused. */
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

describe('the adaptive rate', () => {
  it('begins open, with a burst, because most servers have no limit', () => {
    const { rate } = rateOn();
    for (let sent = 0; sent < 20; sent += 1) {
      expect(rate.waitMs).toBe(0);
      rate.sent();
    }
    expect(rate.isOpen).toBe(true);
    expect(rate.waitMs).toBeGreaterThan(0);
  });

  it('ends all bursts with the first refusal, and goes below what most limits allow', () => {
    const { clock, rate, refuseTogether } = rateOn();
    refuseTogether();
    expect(rate.isOpen).toBe(false);
    expect(rate.perSecond).toBeLessThanOrEqual(8);
    clock.advance(2_000);
    rate.sent();
    expect(rate.waitMs).toBeCloseTo(1_000 / rate.perSecond);
  });

  it('halves with each further refusal, and never stops altogether', () => {
    const { rate, refuseTogether } = rateOn();
    refuseTogether();
    const before = rate.perSecond;
    refuseTogether();
    expect(rate.perSecond).toBeCloseTo(before / 2);
    for (let time = 0; time < 20; time += 1) refuseTogether();
    expect(rate.perSecond).toBe(0.5);
  });

  it('takes those that were under way together and refused together for one refusal', () => {
    const { clock, rate } = rateOn();
    for (let sent = 0; sent < 5; sent += 1) rate.sent();
    const sentAt = clock.monotonicMs();
    clock.advance(20);
    rate.refused(sentAt, true);
    const after = rate.perSecond;
    for (let more = 0; more < 4; more += 1) rate.refused(sentAt, true);
    expect([rate.perSecond, rate.refusalsInARow]).toEqual([after, 1]);
  });

  it('takes a refused request that was alone for no fault of the pace', () => {
    const { clock, rate } = rateOn();
    rate.sent();
    const sentAt = clock.monotonicMs();
    clock.advance(20);
    rate.refused(sentAt, false);
    expect(rate.isOpen).toBe(true);
  });

  it('rises by little steps with good responses, and stays below the rate that was refused', () => {
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

  it('believes less and less in a limit that does not show again', () => {
    const { clock, rate, refuseTogether } = rateOn();
    refuseTogether();
    for (let second = 0; second < 7_200 && !rate.isOpen; second += 1) {
      clock.advance(1_000);
      rate.good(20);
    }
    expect(rate.isOpen).toBe(true);
  });

  it('slows down when delays rise far above the usual, without a refusal', () => {
    const { clock, rate } = rateOn();
    for (let response = 0; response < 20; response += 1) rate.good(50);
    const before = rate.perSecond;
    clock.advance(2_000);
    rate.good(3_000);
    expect(rate.perSecond).toBeLessThan(before);
  });

  it('takes no notice of how long the server held a response on purpose', () => {
    const { rate } = rateOn();
    for (let response = 0; response < 20; response += 1) rate.good(50);
    const before = rate.perSecond;
    rate.good(null);
    expect(rate.perSecond).toBeGreaterThanOrEqual(before);
  });

  it('slows down for a server that does not respond, and not below ten a second', () => {
    const { clock, rate } = rateOn();
    for (let time = 0; time < 50; time += 1) {
      clock.advance(2_000);
      rate.strained();
    }
    expect(rate.perSecond).toBe(10);
  });

  it('forgets what a server refused that was away', () => {
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
});
