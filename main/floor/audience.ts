import type { AppError, FloorChange, Medium, Mode } from '../../preload/contract';
import type { Undo } from '../base/clock';
import type { Logger } from '../base/log';
import { Rounds } from './rounds';

/** What one fold changed. */
export interface FloorNews {
  readonly epoch: number;
  /** May be empty when the picture was swapped. */
  readonly changes: readonly FloorChange[];
}

/** Things that happen to commands rather than to the picture, or that only a reading can settle. */
export type FloorSignal =
  | { readonly type: 'resynchronised' }
  | { readonly type: 'newsDoubted' }
  | { readonly type: 'sessionRenewed' }
  /** A chat was joined that counts as the one chat of this agent's watch; `mode` is the mode in which it was joined. */
  | {
      readonly type: 'watchConsumed';
      readonly agentId: string;
      readonly medium: Medium;
      readonly mode: Mode | null;
    }
  /** The one chat was joined; the server would let in another one by another medium. */
  | { readonly type: 'watchUsedUp'; readonly agentId: string }
  | { readonly type: 'sessionOver'; readonly error: AppError }
  | { readonly type: 'operationFailed'; readonly referenceId: number | null; readonly serverSays: string };

/** Who follows the floor. News and signals share one queue, so everybody hears both in the order they happened. */
export class Audience {
  readonly #rounds: Rounds;
  readonly #followers = new Set<(news: FloorNews) => void>();
  readonly #signalled = new Set<(signal: FloorSignal) => void>();
  #epoch = 1;

  constructor(log: Logger) {
    this.#rounds = new Rounds(log);
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** The picture was swapped instead of changed: whatever followers hold is of the epoch before. */
  turnPage(): void {
    this.#epoch += 1;
  }

  subscribe(listener: (news: FloorNews) => void): Undo {
    this.#followers.add(listener);
    return () => void this.#followers.delete(listener);
  }

  onSignal(listener: (signal: FloorSignal) => void): Undo {
    this.#signalled.add(listener);
    return () => void this.#signalled.delete(listener);
  }

  announce(changes: readonly FloorChange[]): void {
    this.#rounds.tell(this.#followers, { epoch: this.#epoch, changes });
  }

  signal(signal: FloorSignal): void {
    this.#rounds.tell(this.#signalled, signal);
  }
}
