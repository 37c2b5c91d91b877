import type { Clock, Disposer } from '../../base/clock';

interface Appointment {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

/**
 * The simulated clock. It runs `scale` times as fast as the underlying clock and can be advanced manually; at scale 0 only that moves it.
 * Timers run in the order of their time, and while one runs, `now` is exactly that time. A manually stepped run is therefore reproducible.
 */
export class SimulatedClock implements Clock {
  readonly #base: Clock;
  readonly #scale: number;
  readonly #startedAt: number;
  readonly #startedMonotonic: number;
  #turnedMs = 0;
  /** The time while a timer runs. */
  #matchesAt: number | null = null;
  #order = 0;
  readonly #appointments: Appointment[] = [];
  #cancelAlarm: Disposer | null = null;

  constructor(base: Clock, scale: number) {
    this.#base = base;
    this.#scale = scale;
    this.#startedAt = base.now();
    this.#startedMonotonic = base.monotonicMs();
  }

  now(): number {
    return this.#startedAt + Math.round(this.monotonicMs());
  }

  monotonicMs(): number {
    return this.#matchesAt ?? this.#running();
  }

  after(delayMs: number, callback: () => void): Disposer {
    this.#order += 1;
    const appointment = { at: this.monotonicMs() + Math.max(0, delayMs), order: this.#order, callback };
    this.#appointments.push(appointment);
    this.#appointments.sort((one, other) => one.at - other.at || one.order - other.order);
    this.#setAlarm();
    return () => {
      const position = this.#appointments.indexOf(appointment);
      if (position >= 0) this.#appointments.splice(position, 1);
    };
  }

  /** Advances the time and runs every timer that falls due. */
  advance(milliseconds: number): void {
    const from = this.#running();
    this.#carryOutUntil(from + milliseconds);
    this.#turnedMs += milliseconds;
    this.#setAlarm();
  }

  stop(): void {
    this.#appointments.length = 0;
    this.#cancelAlarm?.();
    this.#cancelAlarm = null;
  }

  #running(): number {
    return (this.#base.monotonicMs() - this.#startedMonotonic) * this.#scale + this.#turnedMs;
  }

  #carryOutUntil(end: number): void {
    for (let due = this.#appointments[0]; due !== undefined && due.at <= end; due = this.#appointments[0]) {
      this.#appointments.shift();
      this.#matchesAt = due.at;
      try {
        due.callback();
      } finally {
        this.#matchesAt = null;
      }
    }
  }

  #setAlarm(): void {
    this.#cancelAlarm?.();
    this.#cancelAlarm = null;
    const next = this.#appointments[0];
    if (next === undefined || this.#scale === 0 || this.#matchesAt !== null) return;
    const delayMs = Math.max(0, (next.at - this.#running()) / this.#scale);
    this.#cancelAlarm = this.#base.after(Math.min(delayMs, LONGEST_TIMER), () => {
      this.#carryOutUntil(this.#running());
      this.#setAlarm();
    });
  }
}

/** Platform timers overflow beyond this. */
const LONGEST_TIMER = 2_000_000_000;
