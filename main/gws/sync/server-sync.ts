import type { AppError, ConnectionReason } from '../../../preload/contract';
import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import type { FloorEvent } from '../../floor/events';
import type { FloorSink } from '../../floor/floor-sink';
import { Backoff } from '../stream/backoff';
import type { ConnectionStatus } from '../stream/connection-status';
import type { StreamListener } from '../stream/stream-manager';
import type { StreamProblem } from '../stream/stream-problem';
import { translateNotification } from '../translate/notification';
import type { Quarantine } from '../wire/quarantine';
import type { AsyncReplies } from './async-replies';
import type { SnapshotReader } from './snapshot-reader';

export interface ServerSyncOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly sink: Pick<FloorSink, 'applyEvents' | 'markEventsLost' | 'applyResync'>;
  /** Called with all events before the floor is. */
  readonly onEvents: (events: readonly FloorEvent[]) => void;
  /** Takes the replies to requests out of the messages. */
  readonly replies: Pick<AsyncReplies, 'extractReplies'>;
  readonly reader: Pick<SnapshotReader, 'read' | 'lookThrough'>;
  readonly status: ConnectionStatus;
  readonly quarantine: Quarantine;
  /** Called each time the floor is in sync again. */
  readonly onLive: () => void;
  /** A poll succeeded, and `isLive` is up to date. */
  readonly onPolled: () => void;
  /** An attempt to poll or to resync failed, and the next one is planned. */
  readonly onFailed: (reason: ConnectionReason) => void;
}

/** Reason of a resync: after a possible loss, because a part is in doubt, or periodic. */
type Occasion = 'catchUp' | 'doubt' | 'routine';

/** Milliseconds per request. Messages are buffered during a resync, so it must be quick. */
const timeoutsMs: Readonly<Record<Occasion, number>> = { catchUp: 10_000, doubt: 3_000, routine: 3_000 };
/** Slightly more than a minute, so that no minute contains two. */
const routineEveryMs = 65_000;

/**
 * Keeps the floor in sync: the stream reports changes, and a resync reads the whole state.
 *
 * At the start of each stream session, and after any interruption that may have lost messages, messages are buffered
 * while everything is read. The floor replaces its state with the result and then applies the buffered messages
 * (duplicates are recognised). Only then is the link live. Its freshness depends on the stream alone, because a
 * resync may end long after the last sign of life. If the resync fails, the buffered messages are applied, the
 * connection remains catching up, and the resync is repeated.
 *
 * About once a minute a routine resync reads the chats and some transcripts, in case a change was missed without a
 * sign.
 */
export class ServerSync implements StreamListener {
  readonly #options: ServerSyncOptions;
  readonly #backoff: Backoff;
  #isRunning = false;
  #hasListened = false;
  #isLineUp = false;
  #hasPolled = false;
  #isInStep = false;
  /** Number of possible losses; a resync repairs only those before it began. */
  #losses = 0;
  #lossesMadeGood = 0;
  #reading = 0;
  #held: FloorEvent[] | null = null;
  /** A resync was requested while the stream was down. */
  #isResyncRequested = false;
  #cancelRoutine: Disposer = () => undefined;
  #cancelRetry: Disposer = () => undefined;

  constructor(options: ServerSyncOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  /** `afterLoss`: the floor shows the state of another server, so the first resync has changes to report. */
  start(afterLoss = false): void {
    this.#isRunning = true;
    this.#hasListened = afterLoss;
    this.#losses = 0;
    this.#lossesMadeGood = 0;
    this.#isResyncRequested = false;
    this.#lineDown();
  }

  stop(): void {
    this.#isRunning = false;
    this.#lineDown();
    this.#held = null;
    this.#reading += 1;
    this.#cancelRoutine();
    this.#cancelRetry();
  }

  get isLive(): boolean {
    return this.#isRunning && this.#isLineUp && this.#isInStep && this.#hasPolled;
  }

  onSubscribed(): void {
    if (this.#hasListened) this.#noteLoss();
    this.#hasListened = true;
    this.#isInStep = false;
    this.#isLineUp = true;
    this.#hasPolled = false;
    this.#backoff.reset();
    this.#options.status.recordSuccess();
    this.#options.status.up(false);
    this.#beginReading('catchUp');
  }

  onPoll(): void {
    this.#options.status.recordSuccess();
    const wasLive = this.isLive;
    const wasUp = this.#isLineUp;
    this.#hasPolled = true;
    this.#isLineUp = true;
    if (!wasUp && !this.#isInStep) this.#beginReading('catchUp');
    else if (!wasUp && this.#isResyncRequested) this.#beginReading('doubt');
    if (!wasUp || !wasLive) this.#showLine(wasLive);
    this.#options.onPolled();
  }

  onInterrupted(problem: StreamProblem, mayHaveLost: boolean, nextAttemptAt: number | null): void {
    if (mayHaveLost && this.#hasListened) {
      this.#noteLoss();
      this.#isInStep = false;
    }
    this.#isLineUp = false;
    this.#options.status.down(problem, nextAttemptAt);
    // Without a next attempt the problem is still being repaired; the repair reports its own outcome.
    if (nextAttemptAt !== null) this.#options.onFailed(problem.reason);
  }

  onMessages(messages: readonly unknown[]): void {
    const { clock, log, quarantine, replies } = this.#options;
    const receivedAt = clock.now();
    const events = replies.extractReplies(messages).flatMap((message) => {
      try {
        return translateNotification(message, receivedAt, quarantine);
      } catch (cause) {
        // Not expected; still, one message must not affect the others.
        log.error('notification could not be translated', { cause });
        return [];
      }
    });
    if (events.length === 0) return;
    // Messages before the confirmed subscription also show that the session listens and can lose further ones.
    this.#hasListened = true;
    if (this.#held === null) this.#publish(events);
    else this.#held.push(...events);
  }

  /**
   * Reads everything again, now or once the stream is up. A resync in progress may have read the part in question
   * too early, so it is replaced.
   */
  resynchronise(): void {
    if (!this.#isRunning) return;
    if (this.#isLineUp) this.#beginReading(this.#isInStep ? 'doubt' : 'catchUp');
    else this.#isResyncRequested = true;
  }

  /**
   * Publish the buffered messages first: they precede the loss, and gaps are placed after the last known entry. A
   * resync in progress cannot repair this loss and would hide its position; the next one can.
   */
  #noteLoss(): void {
    this.#losses += 1;
    this.#reading += 1;
    this.#release();
    this.#options.sink.markEventsLost();
  }

  #lineDown(): void {
    this.#isLineUp = false;
    this.#isInStep = false;
    this.#hasPolled = false;
  }

  /** Replaces a resync in progress, which began too early. */
  #beginReading(occasion: Occasion): void {
    this.#cancelRoutine();
    this.#cancelRetry();
    this.#reading += 1;
    this.#isResyncRequested = false;
    this.#held ??= [];
    runInBackground(this.#read(this.#reading, occasion), 'running a resync', this.#options.log);
  }

  async #read(reading: number, occasion: Occasion): Promise<void> {
    const { reader, sink } = this.#options;
    const lossesBefore = this.#losses;
    const result = await reader.read(timeoutsMs[occasion], occasion).catch((cause: unknown) => {
      this.#options.log.error('resync threw', { cause });
      return { ok: false, error: { code: 'internal' } } as const;
    });
    if (reading !== this.#reading || !this.#isRunning) return;
    if (!result.ok) {
      this.#readingFailed(result.error);
      return;
    }
    this.#backoff.reset();
    const wasLive = this.isLive;
    sink.applyResync(result.value, lossesBefore > this.#lossesMadeGood);
    this.#lossesMadeGood = lossesBefore;
    this.#isInStep = this.#losses === lossesBefore;
    this.#release();
    this.#armRoutine();
    this.#showLine(wasLive);
    if (occasion === 'routine') await this.#lookThrough(reading);
  }

  /** Messages are not buffered meanwhile, since known entries are recognised. */
  async #lookThrough(reading: number): Promise<void> {
    const events = await this.#options.reader.lookThrough(timeoutsMs.routine);
    if (reading === this.#reading && this.#isRunning && events.length > 0) this.#publish(events);
  }

  #readingFailed(error: AppError): void {
    const { log, clock } = this.#options;
    log.warn('resync failed', { code: error.code, isNeeded: !this.#isInStep });
    this.#release();
    if (this.#isInStep) {
      this.#armRoutine();
      return;
    }
    this.#cancelRetry = clock.after(this.#backoff.next(error.retryAfterMs ?? null), () => {
      if (this.#isLineUp && !this.#isInStep) this.#beginReading('catchUp');
    });
    // A server that streams but cannot be read is not usable.
    this.#options.onFailed(error.code === 'server.busy' ? 'serverBusy' : 'serverError');
  }

  #showLine(wasLive: boolean): void {
    if (!this.#isLineUp) return;
    this.#options.status.up(this.isLive);
    if (this.isLive && !wasLive) this.#options.onLive();
  }

  #release(): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null && held.length > 0) this.#publish(held);
  }

  #publish(events: readonly FloorEvent[]): void {
    this.#options.onEvents(events);
    this.#options.sink.applyEvents(events);
  }

  #armRoutine(): void {
    const { clock, random } = this.#options;
    this.#cancelRoutine();
    this.#cancelRoutine = clock.after(routineEveryMs * (0.97 + 0.06 * random()), () => {
      if (this.isLive) this.#beginReading('routine');
      else this.#isResyncRequested = true;
    });
  }
}
