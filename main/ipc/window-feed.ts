import type { FloorChange, PushName, Pushes } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { ChangeBatch } from '../floor/change-feed';

/** A window as the publisher sees it. Sending to a closing window may throw; it is then removed. */
export interface WindowPort {
  readonly id: number;
  send<N extends PushName>(name: N, payload: Pushes[N]): void;
}

export interface WindowFeedOptions {
  readonly clock: Clock;
  readonly epoch: number;
  readonly isSeen: boolean;
  readonly send: <N extends PushName>(name: N, payload: Pushes[N]) => void;
}

/** Milliseconds between two envelopes, about one frame. */
const apartMs = 16;
/** Milliseconds for a window that no one sees: short enough that little is left to apply when it is shown. */
const unseenBatchMs = 1_000;

/**
 * The envelopes of one window.
 *
 * 1. Changes are sent as one envelope with the next `seq`, about one a frame, or one a second while the window is hidden.
 *    The first ones after a pause only wait for their turn to end. `seq` only increases, across epochs and reloads too.
 * 2. Nothing is collected before the first snapshot. A snapshot contains what is waiting, so the batch is dropped, and
 *    the next envelope is the first one that the window needs.
 * 3. A new epoch sends the old batch. Its first envelope has no changes: the new epoch alone makes the window request a
 *    snapshot, which contains them.
 * 4. A window that is shown gets what is waiting at once, and then `window.seen`, so that it renders the current floor
 *    before anything is visible.
 */
export class WindowFeed {
  receives: 'nothing' | 'pushes' | 'everything' = 'nothing';
  readonly #options: WindowFeedOptions;
  #epoch: number;
  #isSeen: boolean;
  #seq = 0;
  #batch: FloorChange[] | null = null;
  #isEpochSent = true;
  #disposeTimer: Disposer | null = null;
  #sentAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: WindowFeedOptions) {
    this.#options = options;
    this.#epoch = options.epoch;
    this.#isSeen = options.isSeen;
  }

  /** The window gets a snapshot now, and the envelopes after it. Returns the `seq` of the snapshot. */
  snapshotTaken(): number {
    this.#drop();
    this.#isEpochSent = true;
    this.receives = 'everything';
    // A page that is loaded while its window is hidden takes itself for visible.
    if (!this.#isSeen) this.#options.send('window.seen', { isSeen: false });
    return this.#seq;
  }

  seen(isSeen: boolean): void {
    if (isSeen === this.#isSeen) return;
    this.#isSeen = isSeen;
    if (this.receives !== 'everything') return;
    if (isSeen) this.#flush();
    this.#options.send('window.seen', { isSeen });
  }

  /** The page is loaded again and loses all state. */
  pageGone(): void {
    this.receives = 'nothing';
    this.#drop();
  }

  collect({ epoch, changes }: ChangeBatch): void {
    if (epoch !== this.#epoch) {
      this.#flush();
      this.#epoch = epoch;
      this.#isEpochSent = false;
    }
    if (this.receives !== 'everything') return;
    this.#batch ??= [];
    if (this.#isEpochSent) for (const change of changes) this.#batch.push(change);
    const { clock } = this.#options;
    const waitMs = this.#isSeen ? Math.max(0, this.#sentAtMs + apartMs - clock.monotonicMs()) : unseenBatchMs;
    this.#disposeTimer ??= clock.after(waitMs, () => {
      this.#flush();
    });
  }

  /** Never overtakes the changes before it: an action may name a chat that began with them. */
  push<N extends PushName>(name: N, payload: Pushes[N]): void {
    this.#flush();
    this.#options.send(name, payload);
  }

  dispose(): void {
    this.pageGone();
  }

  #flush(): void {
    const changes = this.#batch;
    this.#drop();
    if (changes === null) return;
    this.#isEpochSent = true;
    this.#seq += 1;
    this.#sentAtMs = this.#options.clock.monotonicMs();
    this.#options.send('floor.envelope', { epoch: this.#epoch, seq: this.#seq, changes });
  }

  #drop(): void {
    this.#disposeTimer?.();
    this.#disposeTimer = null;
    this.#batch = null;
  }
}
