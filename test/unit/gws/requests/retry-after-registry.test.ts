import { describe, expect, it } from 'vitest';
import { RetryAfterRegistry } from '../../../../main/gws/requests/retry-after-registry';
import { parseRetryAfter } from '../../../../main/gws/session/retry-after';
import { VirtualClock } from '../../../support/virtual-clock';

function registryWith(random: number): { clock: VirtualClock; registry: RetryAfterRegistry } {
  const clock = new VirtualClock();
  return { clock, registry: new RetryAfterRegistry(clock, () => random) };
}

describe('RetryAfterRegistry', () => {
  it('delays only the resource that asked, until its wait ends', () => {
    const { clock, registry } = registryWith(0);
    registry.record('GET /users', 6_000);
    expect([registry.waitFor('GET /users'), registry.waitFor('GET /contacts'), registry.waitForAll]).toEqual([
      6_000, 0, 0,
    ]);
    clock.advance(5_999);
    expect(registry.waitFor('GET /users')).toBe(1);
    clock.advance(1);
    expect(registry.waitFor('GET /users')).toBe(0);
  });

  it('delays everything but acts and polls when the request is repeated', () => {
    const { clock, registry } = registryWith(0);
    registry.record('GET /users', 6_000);
    clock.advance(6_500);
    registry.record('GET /users', 4_000);
    expect([registry.waitFor('GET /contacts'), registry.waitForAll]).toEqual([0, 4_000]);
  });

  it('counts a request by another resource as a repetition', () => {
    const { registry } = registryWith(0);
    registry.record('GET /users', 6_000);
    registry.record('GET /contacts', 3_000);
    expect(registry.waitForAll).toBe(3_000);
  });

  it('counts requests refused together as one refusal, with the longest wait', () => {
    const { registry } = registryWith(0);
    registry.record('GET /users', 6_000);
    registry.record('GET /users', 2_000);
    expect([registry.waitFor('GET /users'), registry.waitForAll]).toEqual([6_000, 0]);
  });

  it('forgets a wait that ended more than a minute ago', () => {
    const { clock, registry } = registryWith(0);
    registry.record('GET /users', 6_000);
    clock.advance(66_001);
    registry.record('GET /users', 6_000);
    expect(registry.waitForAll).toBe(0);
  });

  it.each([
    ['a tenth more at most', 20_000, 1, false, 22_000],
    ['three seconds more at most', 600_000, 1, false, 603_000],
    ['never less than was asked', 20_000, 0, false, 20_000],
    ['a quarter of a second where "at once" was said', 0, 0, false, 250],
    ['exactly what was asked, for a caller that adds its own jitter', 20_000, 1, true, 20_000],
  ])('waits %s', (_what, askedMs, random, isExact, expectedMs) => {
    const { registry } = registryWith(random);
    registry.record('GET /users', askedMs, isExact);
    expect(registry.waitFor('GET /users')).toBe(expectedMs);
  });

  it.each([
    ['6, 6', 6_000],
    ['6,6', 6_000],
    ['4, 6', 6_000],
  ])('accepts a header that was sent twice: %s', (header, expectedMs) => {
    const { clock, registry } = registryWith(0);
    registry.record('GET /users', parseRetryAfter({ retryAfter: header, date: null }, clock.now()) ?? 0);
    expect(registry.waitFor('GET /users')).toBe(expectedMs);
  });
});
