import type { Clock, Disposer } from '../../../main/base/clock';

interface Timer {
  dueAt: number;
  readonly order: number;
  readonly isClients: boolean;
  readonly callback: () => void;
  isCancelled: boolean;
}

/** Every ready promise runs to its end before a macrotask, however long the chain. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const startAt = Date.UTC(2026, 0, 5, 9, 0, 0);

/**
 * The time of a simulated world, with two views. The server's clock is correct and never stops. The console's machine may sleep (its timers
 * stop while the world continues) and its wall clock may be set. Whether its monotonic clock counts sleep depends on the operating system,
 * so both are simulated.
 */
export class SimClock {
  readonly client: Clock;
  readonly server: Clock;
  /** Called after every event, so that a state that is wrong only briefly is caught. */
  afterEach: () => void = () => undefined;
  /** True milliseconds since the world began. */
  trueMs = 0;
  /** When the console's machine last woke up. */
  wokeAt = Number.NEGATIVE_INFINITY;
  #timers: Timer[] = [];
  #order = 0;
  isAsleep = false;
  #wallOffset = 0;
  #unnoticedMs = 0;

  constructor() {
    this.client = {
      now: () => startAt + this.trueMs + this.#wallOffset,
      monotonicMs: () => this.trueMs - this.#unnoticedMs,
      after: (delayMs, callback) => this.#after(delayMs, callback, true),
    };
    this.server = {
      now: () => startAt + this.trueMs,
      monotonicMs: () => this.trueMs,
      after: (delayMs, callback) => this.#after(delayMs, callback, false),
    };
  }

  /** Milliseconds until each waiting timer of the console, soonest first. */
  get waitingAtClient(): readonly number[] {
    return this.#timers.filter(({ isClients }) => isClients).map(({ dueAt }) => dueAt - this.trueMs);
  }

  jumpWall(byMs: number): void {
    this.#wallOffset += byMs;
  }

  async run(forMs: number): Promise<void> {
    const until = this.trueMs + forMs;
    await settle();
    for (let timer = this.#takeDue(until); timer !== null; timer = this.#takeDue(until)) {
      this.trueMs = Math.max(this.trueMs, timer.dueAt);
      timer.callback();
      await settle();
      this.afterEach();
    }
    this.trueMs = until;
  }

  /** The console's machine sleeps while the world continues. */
  async sleep(forMs: number, isCounted: boolean): Promise<void> {
    const asleepFrom = this.trueMs;
    this.isAsleep = true;
    await this.run(forMs);
    this.isAsleep = false;
    this.wokeAt = this.trueMs;
    if (isCounted) return;
    this.#unnoticedMs += forMs;
    for (const timer of this.#timers) {
      if (timer.isClients && timer.dueAt >= asleepFrom) timer.dueAt += forMs;
    }
    this.#timers.sort((one, other) => one.dueAt - other.dueAt || one.order - other.order);
  }

  #after(delayMs: number, callback: () => void, isClients: boolean): Disposer {
    const dueAt = this.trueMs + (Number.isFinite(delayMs) ? Math.max(0, delayMs) : 0);
    const timer: Timer = { dueAt, order: (this.#order += 1), isClients, callback, isCancelled: false };
    this.#timers.splice(this.#positionFor(dueAt), 0, timer);
    return () => {
      if (timer.isCancelled) return;
      timer.isCancelled = true;
      const position = this.#timers.indexOf(timer);
      if (position >= 0) this.#timers.splice(position, 1);
    };
  }

  /** After all timers due at the same time. */
  #positionFor(dueAt: number): number {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle]?.dueAt ?? 0) <= dueAt) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #takeDue(until: number): Timer | null {
    const position = this.#timers.findIndex((timer) => !(this.isAsleep && timer.isClients));
    const timer = this.#timers[position];
    if (timer === undefined || timer.dueAt > until) return null;
    this.#timers.splice(position, 1);
    timer.isCancelled = true;
    return timer;
  }
}
