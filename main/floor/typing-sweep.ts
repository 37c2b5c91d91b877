import type { FloorChange } from '../../preload/contract';
import type { Clock, Undo } from '../base/clock';
import type { Ledger } from './ledger/ledger';
import { momentOf, type Moment } from './ledger/record';

/** The one timer that lets a typist who went away fall silent. Armed anew whenever something was learned. */
export class TypingSweep {
  readonly #clock: Clock;
  readonly #ledger: Pick<Ledger, 'nextTypingExpiry' | 'reconsider'>;
  readonly #tell: (changes: readonly FloorChange[]) => void;
  #undo: Undo = () => undefined;

  constructor(
    clock: Clock,
    ledger: Pick<Ledger, 'nextTypingExpiry' | 'reconsider'>,
    tell: (changes: readonly FloorChange[]) => void,
  ) {
    this.#clock = clock;
    this.#ledger = ledger;
    this.#tell = tell;
  }

  arm(): void {
    this.stop();
    const moment = this.#moment();
    const expiryMs = this.#ledger.nextTypingExpiry(moment);
    if (expiryMs === null) return;
    this.#undo = this.#clock.after(expiryMs - moment.monotonicMs, () => {
      this.#tell(this.#ledger.reconsider(this.#moment()));
    });
  }

  stop(): void {
    this.#undo();
    this.#undo = () => undefined;
  }

  #moment(): Moment {
    return momentOf(this.#clock);
  }
}
