import type { AppError, FloorChange, Medium, Mode } from '../../preload/contract';
import type { Disposer } from '../base/clock';
import type { Logger } from '../base/log';

/** Changes of one fold. */
export interface ChangeBatch {
  readonly epoch: number;
  /** May be empty when a new epoch began. */
  readonly changes: readonly FloorChange[];
}

/** Events about commands rather than state, or that only a resync can resolve. */
export type FloorSignal =
  | { readonly type: 'resynced' }
  | { readonly type: 'resyncNeeded' }
  | { readonly type: 'sessionRenewed' }
  /** A chat was joined that consumes this agent's `nextChat` watch; `mode` is the mode of the join. */
  | {
      readonly type: 'watchConsumed';
      readonly agentId: string;
      readonly medium: Medium;
      readonly mode: Mode | null;
    }
  /** A `nextChat` watch joined its chat; the server would still join another one by another medium. */
  | { readonly type: 'watchPartlyConsumed'; readonly agentId: string }
  | { readonly type: 'sessionClosed'; readonly error: AppError }
  | { readonly type: 'operationFailed'; readonly referenceId: number | null; readonly serverMessage: string };

/** Subscribers of the floor. Changes and signals share one queue, so every subscriber receives both in order. */
export class ChangeFeed {
  readonly #rounds: OrderedNotifier;
  readonly #subscribers = new Set<(batch: ChangeBatch) => void>();
  readonly #signalled = new Set<(signal: FloorSignal) => void>();
  #epoch = 1;

  constructor(log: Logger) {
    this.#rounds = new OrderedNotifier(log);
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** Starts a new epoch: the state was replaced, and copies of subscribers are outdated. */
  startEpoch(): void {
    this.#epoch += 1;
  }

  subscribe(listener: (batch: ChangeBatch) => void): Disposer {
    this.#subscribers.add(listener);
    return () => void this.#subscribers.delete(listener);
  }

  onSignal(listener: (signal: FloorSignal) => void): Disposer {
    this.#signalled.add(listener);
    return () => void this.#signalled.delete(listener);
  }

  publish(changes: readonly FloorChange[]): void {
    this.#rounds.notify(this.#subscribers, { epoch: this.#epoch, changes });
  }

  signal(signal: FloorSignal): void {
    this.#rounds.notify(this.#signalled, signal);
  }
}

/**
 * Notifies listeners one after another. A notification started inside another one waits, so all listeners receive all
 * notifications in the same order. A listener that throws is logged and does not stop the others.
 */
class OrderedNotifier {
  readonly #log: Logger;
  readonly #waiting: (() => void)[] = [];
  #isUnderWay = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  notify<T>(listeners: Iterable<(value: T) => void>, value: T): void {
    this.#waiting.push(() => {
      for (const listener of [...listeners]) this.#notifyOne(listener, value);
    });
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next();
    this.#isUnderWay = false;
  }

  #notifyOne<T>(listener: (value: T) => void, value: T): void {
    try {
      listener(value);
    } catch (cause) {
      this.#log.error('floor listener threw', { cause });
    }
  }
}
