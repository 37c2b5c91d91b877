import type { PushName, Pushes, Snapshot } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import type { ChangeBatch } from '../floor/change-feed';
import type { FloorSnapshot } from '../floor/floor-state';
import { WindowFeed, type WindowPort } from './window-feed';

export type { WindowPort } from './window-feed';

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

export interface ChangeSource {
  snapshot(): FloorSnapshot;
  subscribe(listener: (batch: ChangeBatch) => void): Disposer;
}

/**
 * Publishes floor changes to all windows, each through a feed of its own (`window-feed.ts`): with its own batch and its
 * own `seq`, because a hidden window gets one envelope a second and a visible one about one a frame.
 *
 * A window reads values outside the floor (settings, drafts) before its snapshot, and receives every change of them from
 * then on. A change in between would be lost. A window that reloads or closes receives nothing until its next request.
 */
export class Publisher {
  readonly #floor: ChangeSource;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #windows = new Map<number, WindowFeed>();
  readonly #disposeSubscription: Disposer;
  #epoch: number;

  constructor(floor: ChangeSource, clock: Clock, log: Logger) {
    this.#floor = floor;
    this.#clock = clock;
    this.#log = log;
    this.#epoch = floor.snapshot().epoch;
    this.#disposeSubscription = floor.subscribe((changeBatch) => {
      this.#epoch = changeBatch.epoch;
      for (const feed of this.#windows.values()) feed.collect(changeBatch);
    });
  }

  addWindow(port: WindowPort, { isSeen = true }: { readonly isSeen?: boolean } = {}): void {
    const send = <N extends PushName>(name: N, payload: Pushes[N]): void => {
      this.#send(port, name, payload);
    };
    this.#windows.set(port.id, new WindowFeed({ clock: this.#clock, epoch: this.#epoch, isSeen, send }));
  }

  /** Handles a (re)load of this window's page, which loses all state. */
  onWindowLoading(id: number): void {
    this.#windows.get(id)?.pageGone();
  }

  /** The user can see this window, or no longer. */
  windowSeen(id: number, isSeen: boolean): void {
    this.#windows.get(id)?.seen(isSeen);
  }

  removeWindow(id: number): void {
    this.#windows.get(id)?.dispose();
    this.#windows.delete(id);
  }

  /** Returns a snapshot for one window, which receives the envelopes after it. */
  snapshotFor(windowId: number): Snapshot {
    const seq = this.#windows.get(windowId)?.snapshotTaken() ?? 0;
    return { ...this.#floor.snapshot(), seq };
  }

  /** Subscribes this window to values outside the floor. */
  windowReads(id: number): void {
    const feed = this.#windows.get(id);
    if (feed?.receives === 'nothing') feed.receives = 'pushes';
  }

  /** Sends a push that is not a floor change to all ready windows, or to those that `isMeant` accepts. */
  push<N extends PushName>(name: N, payload: Pushes[N], isMeant: (windowId: number) => boolean = () => true): void {
    this.#sendTo(name, payload, (id, { receives }) => receives === 'everything' && isMeant(id));
  }

  /** Sends a change of a value that windows read outside the floor. */
  publishValue<N extends PushedOutsideTheFloor>(
    name: N,
    payload: Pushes[N],
    isMeant: (windowId: number) => boolean = () => true,
  ): void {
    this.#sendTo(name, payload, (id, { receives }) => receives !== 'nothing' && isMeant(id));
  }

  dispose(): void {
    this.#disposeSubscription();
    for (const id of [...this.#windows.keys()]) this.removeWindow(id);
  }

  #sendTo<N extends PushName>(
    name: N,
    payload: Pushes[N],
    isMeant: (windowId: number, feed: WindowFeed) => boolean,
  ): void {
    for (const [id, feed] of this.#windows) if (isMeant(id, feed)) feed.push(name, payload);
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
