import { describe, expect, it } from 'vitest';
import { createCrashGuard } from '../../../main/windows/crash-guard';
import { VirtualClock } from '../../support/virtual-clock';

describe('createCrashGuard', () => {
  it('gives up at the third crash within a minute', () => {
    const guard = createCrashGuard(new VirtualClock());
    expect([guard.mayReload(), guard.mayReload(), guard.mayReload()]).toEqual([true, true, false]);
  });

  it('forgets crashes older than a minute', () => {
    const clock = new VirtualClock();
    const guard = createCrashGuard(clock);
    guard.mayReload();
    guard.mayReload();
    clock.advance(60_000);
    expect(guard.mayReload()).toBe(true);
  });

  it('counts again from zero after the user tries again', () => {
    const guard = createCrashGuard(new VirtualClock());
    guard.mayReload();
    guard.mayReload();
    guard.forgive();
    expect([guard.mayReload(), guard.mayReload(), guard.mayReload()]).toEqual([true, true, false]);
  });
});
