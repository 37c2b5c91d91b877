import type { FloorChange, PushName, Pushes, Snapshot } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { ChangeBatch } from '../floor/change-feed';
import type { FloorSnapshot } from '../floor/floor-store';

/** What a window reads by itself and is told the changes of. */
type ReadBesideTheFloor = Extract<PushName, 'settings.changed' | 'drafts.changed'>;

/** A window as the publisher sees it. Sending to one that is closing may throw; that is its end, not a fault. */
export interface WindowPort {
  readonly id: number;
  send<N extends PushName>(name: N, payload: Pushes[N]): void;
}

export interface ChangeSource {
  snapshot(): FloorSnapshot;
  subscribe(listener: (news: ChangeBatch) => void): Disposer;
}

const gatherMs = 16;

interface OpenWindow {
  readonly port: WindowPort;
  hears: 'nothing' | 'besideTheFloor' | 'everything';
}

/**
 * Tells the windows what changed.
 *
 * 1. Changes are gathered for about one frame and leave as one envelope with the next number. Numbers only grow, also
 *    across epochs, and are the same for all windows.
 * 2. A window hears nothing of the floor until it asked for a snapshot. Taking one sends what is gathered first, so the
 *    snapshot's number is that of the last envelope and the next envelope is the first the window needs.
 * 3. A new epoch ends the gathering of the old one. Its first envelope is empty: its epoch alone makes every window ask for
 *    a snapshot, which holds whatever changed until then.
 * 4. What a window reads beside the floor (settings, unsent texts) it reads before that snapshot, and from that reading on
 *    hears every change of it. A change in between would be lost for good.
 * 5. A window that loads anew, or closes, is out until it asks again.
 */
export class Publisher {
  readonly #floor: ChangeSource;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #windows = new Map<number, OpenWindow>();
  readonly #undoSubscription: Disposer;
  #seq = 0;
  #epoch: number;
  #gathered: FloorChange[] | null = null;
  #isEpochTold = true;
  #undoTimer: Disposer | null = null;

  constructor(floor: ChangeSource, clock: Clock, log: Logger) {
    this.#floor = floor;
    this.#clock = clock;
    this.#log = log;
    this.#epoch = floor.snapshot().epoch;
    this.#undoSubscription = floor.subscribe((news) => {
      this.#gather(news);
    });
  }

  addWindow(port: WindowPort): void {
    this.#windows.set(port.id, { port, hears: 'nothing' });
  }

  /** The page of this window is being loaded (again): what it knew is gone. */
  onWindowLoading(id: number): void {
    const window = this.#windows.get(id);
    if (window !== undefined) window.hears = 'nothing';
  }

  removeWindow(id: number): void {
    this.#windows.delete(id);
  }

  /** The picture for one window, which from here on gets the envelopes after it. */
  snapshotFor(windowId: number): Snapshot {
    this.#flush();
    const window = this.#windows.get(windowId);
    if (window !== undefined) window.hears = 'everything';
    return { ...this.#floor.snapshot(), seq: this.#seq };
  }

  /** This window reads something beside the floor now. */
  windowReads(id: number): void {
    const window = this.#windows.get(id);
    if (window?.hears === 'nothing') window.hears = 'besideTheFloor';
  }

  /** Sends something to every window that is ready, or to those of them that are meant. */
  push<N extends PushName>(name: N, payload: Pushes[N], isMeant: (windowId: number) => boolean = () => true): void {
    for (const { port, hears } of this.#windows.values()) {
      if (hears === 'everything' && isMeant(port.id)) this.#send(port, name, payload);
    }
  }

  /** Sends a change of what windows read beside the floor. */
  tell<N extends ReadBesideTheFloor>(
    name: N,
    payload: Pushes[N],
    isMeant: (windowId: number) => boolean = () => true,
  ): void {
    for (const { port, hears } of this.#windows.values()) {
      if (hears !== 'nothing' && isMeant(port.id)) this.#send(port, name, payload);
    }
  }

  dispose(): void {
    this.#undoSubscription();
    this.#undoTimer?.();
    this.#windows.clear();
  }

  #gather({ epoch, changes }: ChangeBatch): void {
    if (epoch !== this.#epoch) {
      this.#flush();
      this.#epoch = epoch;
      this.#isEpochTold = false;
    }
    this.#gathered ??= [];
    if (this.#isEpochTold) for (const change of changes) this.#gathered.push(change);
    this.#undoTimer ??= this.#clock.after(gatherMs, () => {
      this.#flush();
    });
  }

  #flush(): void {
    this.#undoTimer?.();
    this.#undoTimer = null;
    const changes = this.#gathered;
    this.#gathered = null;
    if (changes === null) return;
    this.#isEpochTold = true;
    this.#seq += 1;
    this.push('floor.envelope', { epoch: this.#epoch, seq: this.#seq, changes });
  }

  #send<N extends PushName>(port: WindowPort, name: N, payload: Pushes[N]): void {
    try {
      port.send(name, payload);
    } catch (cause) {
      this.#log.warn('a window could not be reached', { window: port.id, cause });
      this.removeWindow(port.id);
    }
  }
}
