import type { AppError, FloorChange, Medium, Mode } from '../../preload/contract';
import type { Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import { OrderedNotifier } from './ordered-notifier';

/** What one fold changed. */
export interface ChangeBatch {
  readonly epoch: number;
  /** May be empty when the picture was swapped. */
  readonly changes: readonly FloorChange[];
}

/** Things that happen to commands rather than to the picture, or that only a reading can settle. */
export type FloorSignal =
  | { readonly type: 'applyResync' }
  | { readonly type: 'resyncNeeded' }
  | { readonly type: 'sessionRenewed' }
  /** A chat was joined that counts as the one chat of this agent's watch; `mode` is the mode in which it was joined. */
  | {
      readonly type: 'watchConsumed';
      readonly agentId: string;
      readonly medium: Medium;
      readonly mode: Mode | null;
    }
  /** The one chat was joined; the server would let in another one by another medium. */
  | { readonly type: 'watchPartlyConsumed'; readonly agentId: string }
  | { readonly type: 'sessionClosed'; readonly error: AppError }
  | { readonly type: 'operationFailed'; readonly referenceId: number | null; readonly serverMessage: string };

/** Who follows the floor. News and signals share one queue, so everybody hears both in the order they happened. */
export class ChangeFeed {
  readonly #rounds: OrderedNotifier;
  readonly #followers = new Set<(news: ChangeBatch) => void>();
  readonly #signalled = new Set<(signal: FloorSignal) => void>();
  #epoch = 1;

  constructor(log: Logger) {
    this.#rounds = new OrderedNotifier(log);
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** The picture was swapped instead of changed: whatever followers hold is of the epoch before. */
  startEpoch(): void {
    this.#epoch += 1;
  }

  subscribe(listener: (news: ChangeBatch) => void): Disposer {
    this.#followers.add(listener);
    return () => void this.#followers.delete(listener);
  }

  onSignal(listener: (signal: FloorSignal) => void): Disposer {
    this.#signalled.add(listener);
    return () => void this.#signalled.delete(listener);
  }

  publish(changes: readonly FloorChange[]): void {
    this.#rounds.notify(this.#followers, { epoch: this.#epoch, changes });
  }

  signal(signal: FloorSignal): void {
    this.#rounds.notify(this.#signalled, signal);
  }
}
