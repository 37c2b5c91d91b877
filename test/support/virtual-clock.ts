import type { Clock, Disposer } from '../../main/base/clock';

interface Timer {
  readonly id: number;
  readonly dueAt: number;
  readonly callback: () => void;
}

/** Lets promise chains that are ready run to their end, however many links they have. Waits for no time to pass. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
}

/**
 * Time that only moves when a test turns it. Timers fire in the order they are due, and a timer made by a timer fires
 * within the same turn when it is due in it. The wall clock can jump without the monotonic one noticing.
 */
export class VirtualClock implements Clock {
  #wall: number;
  #monotonic = 0;
  #nextId = 1;
  #timers: Timer[] = [];

  constructor(startAt = Date.UTC(2026, 0, 5, 9, 0, 0)) {
    this.#wall = startAt;
  }

  now(): number {
    return this.#wall;
  }

  monotonicMs(): number {
    return this.#monotonic;
  }

  after(delayMs: number, callback: () => void): Disposer {
    const timer: Timer = { id: this.#nextId++, dueAt: this.#monotonic + Math.max(0, delayMs), callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Milliseconds until each waiting timer, soonest first. */
  get waiting(): readonly number[] {
    return this.#timers.map((timer) => timer.dueAt - this.#monotonic).sort((a, b) => a - b);
  }

  /** Turns time on, firing what becomes due. Promises set off by a timer run only after this returns. */
  advance(byMs: number): void {
    const until = this.#monotonic + byMs;
    for (let timer = this.#nextDue(until); timer !== null; timer = this.#nextDue(until)) {
      this.#fire(timer);
    }
    this.#moveTo(until);
  }

  /** Turns time on, letting promises settle before the first timer, after each one and at the end. */
  async advanceSettled(byMs: number): Promise<void> {
    const until = this.#monotonic + byMs;
    await settle();
    for (let timer = this.#nextDue(until); timer !== null; timer = this.#nextDue(until)) {
      this.#fire(timer);
      await settle();
    }
    this.#moveTo(until);
  }

  /** The user or a time server sets the clock of the machine; spans are not touched. */
  jumpWall(byMs: number): void {
    this.#wall += byMs;
  }

  #nextDue(until: number): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.#timers) {
      if (timer.dueAt <= until && (next === null || timer.dueAt < next.dueAt)) next = timer;
    }
    return next;
  }

  #fire(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer);
    this.#moveTo(Math.max(this.#monotonic, timer.dueAt));
    timer.callback();
  }

  #moveTo(monotonic: number): void {
    this.#wall += monotonic - this.#monotonic;
    this.#monotonic = monotonic;
  }
}
