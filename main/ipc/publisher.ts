import type { FloorChange, PushName, Pushes, Snapshot } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { ChangeBatch } from '../floor/change-feed';
import type { FloorSnapshot } from '../floor/floor-store';

/** Pushes for values that windows read outside the floor snapshot. */
type PushedOutsideTheFloor = Extract<
  PushName,
  | 'settings.changed'
  | 'drafts.changed'
  | 'journal.stateChanged'
  | 'presence.changed'
  | 'network.questionChanged'
  | 'updates.changed'
  | 'connectionCheck.changed'
  | 'desktop.stateChanged'
  | 'session.profileChanged'
  | 'budget.changed'
>;

/** A window as the publisher sees it. Sending to a closing window may throw; it is then removed. */
export interface WindowPort {
  readonly id: number;
  send<N extends PushName>(name: N, payload: Pushes[N]): void;
}

export interface ChangeSource {
  snapshot(): FloorSnapshot;
  subscribe(listener: (batch: ChangeBatch) => void): Disposer;
}

const batchMs = 16;

interface OpenWindow {
  readonly port: WindowPort;
  receives: 'nothing' | 'pushes' | 'everything';
}

/**
 * Publishes floor changes to all windows.
 *
 * 1. Changes are batched for about one frame and sent as one envelope with the next `seq`. `seq` only increases, across
 *    epochs too, and is the same for all windows.
 * 2. A window receives nothing of the floor before it requests a snapshot. `snapshotFor` first flushes the batch, so
 *    the snapshot carries the `seq` of the last envelope and the next envelope is the first one the window needs.
 * 3. A new epoch flushes the old batch. Its first envelope has no changes: the new epoch alone makes every window
 *    request a snapshot, which contains them.
 * 4. A window reads values outside the floor (settings, drafts) before that snapshot, and receives every change of them
 *    from then on. A change in between would be lost.
 * 5. A window that reloads or closes receives nothing until its next request.
 */
export class Publisher {
  readonly #floor: ChangeSource;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #windows = new Map<number, OpenWindow>();
  readonly #disposeSubscription: Disposer;
  #seq = 0;
  #epoch: number;
  #batch: FloorChange[] | null = null;
  #isEpochSent = true;
  #disposeTimer: Disposer | null = null;

  constructor(floor: ChangeSource, clock: Clock, log: Logger) {
    this.#floor = floor;
    this.#clock = clock;
    this.#log = log;
    this.#epoch = floor.snapshot().epoch;
    this.#disposeSubscription = floor.subscribe((changeBatch) => {
      this.#collect(changeBatch);
    });
  }

  addWindow(port: WindowPort): void {
    this.#windows.set(port.id, { port, receives: 'nothing' });
  }

  /** Handles a (re)load of this window's page, which loses all state. */
  onWindowLoading(id: number): void {
    const window = this.#windows.get(id);
    if (window !== undefined) window.receives = 'nothing';
  }

  removeWindow(id: number): void {
    this.#windows.delete(id);
  }

  /** Returns a snapshot for one window, which receives the envelopes after it. */
  snapshotFor(windowId: number): Snapshot {
    this.#flush();
    const window = this.#windows.get(windowId);
    if (window !== undefined) window.receives = 'everything';
    return { ...this.#floor.snapshot(), seq: this.#seq };
  }

  /** Subscribes this window to values outside the floor. */
  windowReads(id: number): void {
    const window = this.#windows.get(id);
    if (window?.receives === 'nothing') window.receives = 'pushes';
  }

  /** Sends a push that is not a floor change to all ready windows, or to those that `isMeant` accepts. */
  push<N extends PushName>(name: N, payload: Pushes[N], isMeant: (windowId: number) => boolean = () => true): void {
    for (const { port, receives } of this.#windows.values()) {
      if (receives === 'everything' && isMeant(port.id)) this.#send(port, name, payload);
    }
  }

  /** Sends a change of a value that windows read outside the floor. */
  publishValue<N extends PushedOutsideTheFloor>(
    name: N,
    payload: Pushes[N],
    isMeant: (windowId: number) => boolean = () => true,
  ): void {
    for (const { port, receives } of this.#windows.values()) {
      if (receives !== 'nothing' && isMeant(port.id)) this.#send(port, name, payload);
    }
  }

  dispose(): void {
    this.#disposeSubscription();
    this.#disposeTimer?.();
    this.#windows.clear();
  }

  #collect({ epoch, changes }: ChangeBatch): void {
    if (epoch !== this.#epoch) {
      this.#flush();
      this.#epoch = epoch;
      this.#isEpochSent = false;
    }
    this.#batch ??= [];
    if (this.#isEpochSent) for (const change of changes) this.#batch.push(change);
    this.#disposeTimer ??= this.#clock.after(batchMs, () => {
      this.#flush();
    });
  }

  #flush(): void {
    this.#disposeTimer?.();
    this.#disposeTimer = null;
    const changes = this.#batch;
    this.#batch = null;
    if (changes === null) return;
    this.#isEpochSent = true;
    this.#seq += 1;
    this.push('floor.envelope', { epoch: this.#epoch, seq: this.#seq, changes });
  }

  #send<N extends PushName>(port: WindowPort, name: N, payload: Pushes[N]): void {
    try {
      port.send(name, payload);
    } catch (cause) {
      this.#log.warn('window could not be reached', { window: port.id, cause });
      this.removeWindow(port.id);
    }
  }
}
