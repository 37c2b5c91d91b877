import { describe, expect, it } from 'vitest';
import { SourceHealth } from '../../../../main/gws/stream/source-health';
import { VirtualClock } from '../../../support/virtual-clock';

function health(options: Partial<{ minFailures: number; minFailingMs: number; minAgeMs: number }> = {}) {
  const clock = new VirtualClock();
  const source = new SourceHealth({ clock, minFailures: 1, minFailingMs: 0, minAgeMs: 0, ...options });
  const failAfter = (ms: number, minFailingMs?: number): boolean => {
    clock.advance(ms);
    source.failed(minFailingMs);
    return source.state.failingSince !== null;
  };
  return { clock, source, failAfter, start: clock.now() };
}

describe('SourceHealth', () => {
  it('counts as failing after enough failures', () => {
    const { failAfter } = health({ minFailures: 3 });
    expect([failAfter(1), failAfter(1), failAfter(1)]).toEqual([false, false, true]);
  });

  it('counts as failing after enough time since the first failure', () => {
    const { failAfter, source, start } = health({ minFailingMs: 100 });
    expect([failAfter(5), failAfter(99), failAfter(1)]).toEqual([false, false, true]);
    expect(source.state).toEqual({ lastSuccessAt: null, failingSince: start + 5 });
  });

  it('waits longer for a kind of failure that names a longer time', () => {
    const { failAfter } = health({ minFailingMs: 100 });
    expect([failAfter(0, 300), failAfter(299, 300), failAfter(1, 300)]).toEqual([false, false, true]);
  });

  it('counts as failing only once the last good read is old, and a first failure is no good read', () => {
    const { failAfter, source } = health({ minAgeMs: 100 });
    source.good();
    expect([failAfter(60), failAfter(39), failAfter(1)]).toEqual([false, false, true]);
    const never = health({ minAgeMs: 100 });
    expect([never.failAfter(500), never.failAfter(99), never.failAfter(1)]).toEqual([false, false, true]);
  });

  it('stays failing until a good read, with the time of the first failure', () => {
    const { source, failAfter, clock, start } = health();
    failAfter(5);
    failAfter(700, 9_000);
    expect(source.state).toEqual({ lastSuccessAt: null, failingSince: start + 5 });
    source.good();
    expect([source.state, source.isDoubted]).toEqual([{ lastSuccessAt: clock.now(), failingSince: null }, false]);
    failAfter(5);
    expect(source.state.failingSince).toBe(clock.now());
  });

  it('is doubted from the first failure on, and forgets it when it is forgiven', () => {
    const { source, failAfter } = health({ minFailures: 2 });
    expect(source.isDoubted).toBe(false);
    failAfter(1);
    expect(source.isDoubted).toBe(true);
    failAfter(1);
    source.forgive();
    expect([source.isDoubted, source.state.failingSince]).toEqual([false, null]);
    expect([failAfter(1), failAfter(1)]).toEqual([false, true]);
  });
});
