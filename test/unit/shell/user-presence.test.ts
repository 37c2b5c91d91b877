import { describe, expect, it } from 'vitest';
import { followPresence, type PresenceEvents, type PresenceSignals } from '../../../main/shell/user-presence';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { AwayReason, Settings } from '../../../preload/contract';
import { VirtualClock } from '../../support/virtual-clock';

/** A workstation whose lock, sleep and idle time a test sets. */
class Workstation implements PresenceSignals {
  readonly clock = new VirtualClock();
  readonly reported: (AwayReason | null)[] = [];
  stepBacks = 0;
  settings: Settings = defaultSettings;
  events: PresenceEvents | null = null;
  #usedAt = this.clock.now();
  readonly #listeners = new Set<() => void>();
  readonly tracker;

  constructor(settings: Partial<Settings> = {}) {
    this.settings = { ...this.settings, ...settings };
    this.tracker = followPresence({
      signals: this,
      clock: this.clock,
      settings: {
        current: () => this.settings,
        subscribe: (listener) => {
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
      },
      stepBack: () => {
        this.stepBacks += 1;
      },
      onChange: ({ away }) => this.reported.push(away),
    });
  }

  subscribe(events: PresenceEvents): () => void {
    this.events = events;
    return () => {
      this.events = null;
    };
  }

  idleSeconds(): number {
    return (this.clock.now() - this.#usedAt) / 1_000;
  }

  use(): void {
    this.#usedAt = this.clock.now();
  }

  change(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings };
    for (const listener of this.#listeners) listener();
  }
}

describe('leaving the workstation', () => {
  it.each([
    ['locked', 'onLock', 'onUnlock'],
    ['suspended', 'onSuspend', 'onResume'],
  ] as const)('by a computer that is %s steps back once and is reported', (reason, leave, comeBack) => {
    const workstation = new Workstation();
    workstation.events?.[leave]();
    workstation.events?.[leave]();
    expect([workstation.stepBacks, workstation.tracker.state().away]).toEqual([1, reason]);
    workstation.events?.[comeBack]();
    expect(workstation.reported).toEqual([reason, null]);
  });

  it('lasts until the screen is unlocked, also when the computer wakes before', () => {
    const workstation = new Workstation();
    workstation.events?.onLock();
    workstation.events?.onSuspend();
    workstation.events?.onResume();
    expect([workstation.tracker.state().away, workstation.stepBacks]).toEqual(['locked', 1]);
  });

  it('reports why it continues when the first reason ends', () => {
    const workstation = new Workstation();
    workstation.events?.onSuspend();
    workstation.events?.onLock();
    workstation.events?.onUnlock();
    expect(workstation.reported).toEqual(['suspended', 'locked', 'suspended']);
  });

  it('is noticed after the chosen time without input, and the return at once', () => {
    const workstation = new Workstation({ awayAfterMinutes: '10' });
    workstation.clock.advance(599_000);
    expect(workstation.reported).toEqual([]);
    workstation.clock.advance(6_000);
    expect([workstation.reported, workstation.stepBacks]).toEqual([['idle'], 1]);
    workstation.use();
    workstation.clock.advance(500);
    expect(workstation.reported).toEqual(['idle', null]);
  });

  it('is not looked for without such a time, and at once when one is chosen', () => {
    const workstation = new Workstation();
    workstation.clock.advance(3_600_000);
    expect([workstation.reported, workstation.clock.waiting]).toEqual([[], []]);
    workstation.change({ awayAfterMinutes: '5' });
    expect(workstation.reported).toEqual(['idle']);
    workstation.change({ awayAfterMinutes: 'never' });
    expect([workstation.reported, workstation.clock.waiting]).toEqual([['idle', null], []]);
  });

  it('only covers where stepping back is switched off', () => {
    const workstation = new Workstation({ stepsBackWhenAway: false });
    workstation.events?.onLock();
    expect([workstation.stepBacks, workstation.reported]).toEqual([0, ['locked']]);
  });

  it('leaves no timer and no listener', () => {
    const workstation = new Workstation({ awayAfterMinutes: '5' });
    workstation.tracker.dispose();
    expect([workstation.clock.waiting, workstation.events]).toEqual([[], null]);
  });
});
