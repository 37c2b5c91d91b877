import type { Bridge, Envelope, FloorChange, Snapshot, Disposer } from '../../preload/contract';

/**
 * Keeps the window's copy of the floor in step with main.
 *
 * 1. Listen for envelopes first, then ask for a snapshot: nothing can fall between the two.
 * 2. Envelopes that arrive while the snapshot is on its way wait. Once it is here, those it already contains
 *    (same epoch, `seq` not higher) are dropped and the rest are applied.
 * 3. An envelope of another epoch, or one that skips a number, means that something was missed: ask for a snapshot again.
 * 4. Changes are gathered and handed on once per animation frame, so a burst costs one rendering.
 *
 * A failed snapshot request is repeated after `retryMs`: a window without a snapshot shows nothing, never something old.
 */
export interface SnapshotSyncOptions {
  readonly bridge: Bridge;
  /** Puts the whole copy in place. */
  readonly replace: (snapshot: Snapshot) => void;
  /** Applies changes in order. */
  readonly apply: (changes: readonly FloorChange[]) => void;
  /** Runs the callback before the next paint; returns its undo. */
  readonly nextFrame: (callback: () => void) => Disposer;
  readonly setTimer: (callback: () => void, delayMs: number) => Disposer;
}

const retryMs = 1_000;

interface Position {
  readonly epoch: number;
  readonly seq: number;
}

/** Starts the pump; the returned function stops it. */
export function startSnapshotSync(options: SnapshotSyncOptions): Disposer {
  let position: Position | null = null;
  let isCustomerMessage = false;
  let isStopped = false;
  let waiting: Envelope[] = [];
  let gathered: FloorChange[] = [];
  let undoFrame: Disposer | null = null;
  let undoRetry: Disposer | null = null;

  const flush = (): void => {
    undoFrame = null;
    const changes = gathered;
    gathered = [];
    options.apply(changes);
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
    // What came before the snapshot was taken is inside it; another epoch's envelopes can only be older.
    for (const envelope of arrived) if (envelope.epoch >= snapshot.epoch) accept(envelope);
  };

  function ask(): void {
    position = null;
    if (isCustomerMessage || isStopped) return;
    isCustomerMessage = true;
    const retry = (): void => {
      isCustomerMessage = false;
      if (!isStopped) undoRetry = options.setTimer(ask, retryMs);
    };
    options.bridge.invoke('floor.snapshot', null).then((result) => {
      if (isStopped) return;
      if (!result.ok) {
        retry();
        return;
      }
      isCustomerMessage = false;
      place(result.value);
    }, retry);
  }

  const undoListen = options.bridge.on('floor.envelope', accept);
  ask();
  return () => {
    isStopped = true;
    undoListen();
    undoFrame?.();
    undoRetry?.();
  };
}
