import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ConnectionState } from '../../../../preload/contract';
import { useClockStore } from '../../../../renderer/stores/clock.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';

const now = Date.UTC(2026, 0, 5, 9);
beforeEach(() => {
  vi.useFakeTimers({ now });
  setActivePinia(createPinia());
});
afterEach(() => {
  vi.useRealTimers();
});

function connect(changes: Partial<ConnectionState>): void {
  const live = { phase: 'live', reason: 'healthy', lastSuccessAt: now, nextAttemptAt: null } as const;
  useSessionStore().connection = { ...live, ...changes };
}

it('returns the server time, which stands still while the floor is not live', () => {
  const clock = useClockStore();
  connect({ serverClockOffsetMs: -600_000 });
  vi.advanceTimersByTime(5_000);
  expect([clock.now, clock.serverTime, clock.knownUntil]).toEqual([now + 5_000, now - 595_000, now - 595_000]);
  connect({ phase: 'stale', serverClockOffsetMs: -600_000 });
  vi.advanceTimersByTime(5_000);
  expect([clock.now, clock.serverTime, clock.knownUntil]).toEqual([now + 10_000, now - 590_000, now - 600_000]);
  connect({ phase: 'live', serverClockOffsetMs: -600_000 });
  expect(clock.knownUntil).toBe(now - 590_000);
});

it("uses this computer's clock until the server's offset is known", () => {
  const clock = useClockStore();
  connect({ phase: 'connecting', lastSuccessAt: null });
  vi.advanceTimersByTime(2_000);
  expect([clock.serverTime, clock.knownUntil]).toEqual([now + 2_000, now + 2_000]);
});

it('rests without a timer, and shows the current time at once when it resumes', () => {
  const clock = useClockStore();
  expect(vi.getTimerCount()).toBe(1);
  clock.rest();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect([clock.now, clock.read()]).toEqual([now, now + 60_000]);
  clock.resume();
  clock.resume();
  expect([clock.now, vi.getTimerCount()]).toEqual([now + 60_000, 1]);
  vi.advanceTimersByTime(1_000);
  expect(clock.now).toBe(now + 61_000);
});

it('reads the time zone once a minute, and at once when its offset has changed', () => {
  const read = vi.spyOn(Intl, 'DateTimeFormat');
  const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-60);
  useClockStore();
  const readsIn = (ms: number): number => {
    read.mockClear();
    vi.advanceTimersByTime(ms);
    return read.mock.calls.length;
  };
  expect([readsIn(59_000), readsIn(60_000)]).toEqual([0, 1]);
  offset.mockReturnValue(-540);
  expect(readsIn(1_000)).toBe(1);
});
