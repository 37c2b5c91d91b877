import type { Bridge, Envelope, FloorChange, Snapshot, Disposer } from '../../preload/contract';

/**
 * Keeps the window's copy of the floor in sync with main.
 *
 * 1. Subscribe to envelopes, then request a snapshot, so that none is lost in between.
 * 2. Buffer envelopes that arrive before the snapshot. Drop those that it contains (same epoch, `seq` not higher) and
 *    apply the rest.
 * 3. Another epoch or a skipped `seq` means that an envelope was missed: request a snapshot again.
 * 4. Batch changes per animation frame, so that a burst renders once.
 *
 * A failed snapshot request is repeated after `retryMs`. Until then the window shows no data rather than old data.
 */
export interface SnapshotSync {
  stop(): void;
  /** Calls back as soon as everything that arrived is applied, and no snapshot is missing. */
  whenCurrent(callback: () => void): void;
}

export interface SnapshotSyncOptions {
  readonly bridge: Bridge;
  /** Replaces the whole copy. */
  readonly replace: (snapshot: Snapshot) => void;
  /** Applies changes in order. */
  readonly apply: (changes: readonly FloorChange[]) => void;
  /** Runs the callback before the next paint; returns its disposer. */
  readonly nextFrame: (callback: () => void) => Disposer;
  readonly setTimer: (callback: () => void, delayMs: number) => Disposer;
}

const retryMs = 1_000;

interface Position {
  readonly epoch: number;
  readonly seq: number;
}

export function startSnapshotSync(options: SnapshotSyncOptions): SnapshotSync {
  let position: Position | null = null;
  let isRequesting = false;
  let isStopped = false;
  let waiting: Envelope[] = [];
  let gathered: FloorChange[] = [];
  let undoFrame: Disposer | null = null;
  let undoRetry: Disposer | null = null;
  let expecting: (() => void)[] = [];

  const reportCurrent = (): void => {
    if (isStopped || position === null || undoFrame !== null) return;
    const callbacks = expecting;
    expecting = [];
    for (const callback of callbacks) callback();
  };

  const flush = (): void => {
    undoFrame = null;
    const changes = gathered;
    gathered = [];
    options.apply(changes);
    reportCurrent();
  };

  const accept = (envelope: Envelope): void => {
    if (position === null) {
      waiting.push(envelope);
      return;
    }
    if (envelope.epoch === position.epoch && envelope.seq <= position.seq) return;
    if (envelope.epoch !== position.epoch || envelope.seq !== position.seq + 1) {
      waiting.push(envelope);
      ask();
      return;
    }
    position = { epoch: envelope.epoch, seq: envelope.seq };
    gathered.push(...envelope.changes);
    undoFrame ??= options.nextFrame(flush);
  };

  const place = (snapshot: Snapshot): void => {
    position = { epoch: snapshot.epoch, seq: snapshot.seq };
    undoFrame?.();
    undoFrame = null;
    gathered = [];
    options.replace(snapshot);
    const arrived = waiting;
    waiting = [];
    // The snapshot contains these; envelopes of another epoch can only be older.
    for (const envelope of arrived) if (envelope.epoch >= snapshot.epoch) accept(envelope);
    reportCurrent();
  };

  function ask(): void {
    position = null;
    if (isRequesting || isStopped) return;
    isRequesting = true;
    const retry = (): void => {
      isRequesting = false;
      if (!isStopped) undoRetry = options.setTimer(ask, retryMs);
    };
    options.bridge.invoke('floor.snapshot', null).then((result) => {
      if (isStopped) return;
      if (!result.ok) {
        retry();
        return;
      }
      isRequesting = false;
      place(result.value);
    }, retry);
  }

  const undoListen = options.bridge.on('floor.envelope', accept);
  ask();
  return {
    stop: () => {
      isStopped = true;
      undoListen();
      undoFrame?.();
      undoRetry?.();
    },
    whenCurrent: (callback) => {
      expecting.push(callback);
      reportCurrent();
    },
  };
}
