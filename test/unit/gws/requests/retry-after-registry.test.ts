import { describe, expect, it } from 'vitest';
import { RetryAfterRegistry } from '../../../../main/gws/requests/retry-after-registry';
import { parseRetryAfter } from '../../../../main/gws/session/retry-after';
import { VirtualClock } from '../../../support/virtual-clock';

function registryWith(random: number): { clock: VirtualClock; registry: RetryAfterRegistry } {
  const clock = new VirtualClock();
  return { clock, registry: new RetryAfterRegistry(clock, () => random) };
}

describe('the registry of who asked to be left alone', () => {
  it('keeps the wait of one resource for it alone, until it is over', () => {
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

  it('holds back everything that nobody waits for once the wish is repeated', () => {
    const { clock, registry } = registryWith(0);
    registry.record('GET /users', 6_000);
    clock.advance(6_500);
    registry.record('GET /users', 4_000);
    expect([registry.waitFor('GET /contacts'), registry.waitForAll]).toEqual([0, 4_000]);
  });

  it('takes the same wish from another resource for a repetition', () => {
    const { registry } = registryWith(0);
    registry.record('GET /users', 6_000);
    registry.record('GET /contacts', 3_000);
    expect(registry.waitForAll).toBe(3_000);
  });

  it('takes requests that were refused together for one refusal, and the longest wait counts', () => {
    const { registry } = registryWith(0);
    registry.record('GET /users', 6_000);
    registry.record('GET /users', 2_000);
    expect([registry.waitFor('GET /users'), registry.waitForAll]).toEqual([6_000, 0]);
  });

  it('forgets a wish whose end is more than a minute ago', () => {
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
    ['exactly what was asked, for whoever adds a jitter himself', 20_000, 1, true, 20_000],
  ])('waits %s', (_what, askedMs, random, isExact, expectedMs) => {
    const { registry } = registryWith(random);
    registry.record('GET /users', askedMs, isExact);
    expect(registry.waitFor('GET /users')).toBe(expectedMs);
  });

  it.each([
    ['6, 6', 6_000],
    ['6,6', 6_000],
    ['4, 6', 6_000],
  ])('keeps what a header sent twice says: %s', (header, expectedMs) => {
    const { clock, registry } = registryWith(0);
    registry.record('GET /users', parseRetryAfter({ retryAfter: header, date: null }, clock.now()) ?? 0);
    expect(registry.waitFor('GET /users')).toBe(expectedMs);
  });
});
