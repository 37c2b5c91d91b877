import type { FloorChange } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Ledger } from './ledger/ledger';
import { instantOf, type Instant } from './ledger/record';

/** Timer that expires typing indicators; armed again after every update. */
export class TypingExpiry {
  readonly #clock: Clock;
  readonly #ledger: Pick<Ledger, 'nextTypingExpiry' | 'expireTyping'>;
  readonly #publish: (changes: readonly FloorChange[]) => void;
  #undo: Disposer = () => undefined;

  constructor(
    clock: Clock,
    ledger: Pick<Ledger, 'nextTypingExpiry' | 'expireTyping'>,
    publish: (changes: readonly FloorChange[]) => void,
  ) {
    this.#clock = clock;
    this.#ledger = ledger;
    this.#publish = publish;
  }

  arm(): void {
    this.stop();
    const expiryMs = this.#ledger.nextTypingExpiry();
    if (expiryMs === null) return;
    this.#undo = this.#clock.after(Math.max(0, expiryMs - this.#moment().monotonicMs), () => {
      this.#publish(this.#ledger.expireTyping(this.#moment()));
    });
  }

  stop(): void {
    this.#undo();
    this.#undo = () => undefined;
  }

  #moment(): Instant {
    return instantOf(this.#clock);
  }
}
