import type { AppError } from '../../../preload/contract';
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
import type { SnapshotReader } from './snapshot-reader';

export interface ServerSyncOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly sink: Pick<FloorSink, 'applyEvents' | 'markEventsLost' | 'applyResync'>;
  readonly reader: Pick<SnapshotReader, 'read' | 'lookThrough'>;
  readonly board: ConnectionStatus;
  readonly quarantine: Quarantine;
  /** Every time the floor is in step with the server again after it was not. */
  readonly onLive: () => void;
  /** A reading that was needed to be in step came to nothing; it is tried again. */
  readonly onReadingFailed?: (error: AppError) => void;
}

/** Why everything is read: to be in step again, because somebody doubts a part of it, or as a matter of routine. */
type Occasion = 'catchUp' | 'doubt' | 'routine';

/** While in step, news is held back for a reading, so it must be quick or not be. */
const timeoutsMs: Readonly<Record<Occasion, number>> = { catchUp: 10_000, doubt: 3_000, routine: 3_000 };
/** Somewhat more than a minute, so that no minute holds two of them. */
const routineEveryMs = 65_000;

/**
 * Keeps the floor in step: the stream is the hint, the reading is the truth.
 *
 * When a stream session begins to listen, and after every interruption that may have swallowed something, news is held
 * back, everything is read, the floor swaps its truth for the reading, and then gets the held news (some of which the
 * reading already contains; the floor knows duplicates). Only then is the line called live. How fresh it is, is counted
 * from the stream alone: a reading may end long after the server last said anything good. If reading fails, the held
 * news is let through rather than kept from the supervisor, the line stays catching up, and the reading is tried again.
 *
 * About once a minute the chats are read as a net under everything, unasked and unnoticed, and a few transcripts looked through.
 */
export class ServerSync implements StreamListener {
  readonly #options: ServerSyncOptions;
  readonly #backoff: Backoff;
  #isRunning = false;
  #hasListened = false;
  #isLineUp = false;
  #hasPolled = false;
  #isInStep = false;
  /** Counts the moments at which news may have been lost; a reading makes good only those before it began. */
  #losses = 0;
  #lossesMadeGood = 0;
  #reading = 0;
  #held: FloorEvent[] | null = null;
  /** Asked for when there was no line to read over. */
  #isReadingWished = false;
  #cancelRoutine: Disposer = () => undefined;
  #cancelRetry: Disposer = () => undefined;

  constructor(options: ServerSyncOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  /** `afterLoss`: the floor shows what was true elsewhere, so the first reading already has something to make good. */
  start(afterLoss = false): void {
    this.#isRunning = true;
    this.#hasListened = afterLoss;
    this.#losses = 0;
    this.#lossesMadeGood = 0;
    this.#isReadingWished = false;
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
    this.#options.board.recordSuccess();
    this.#options.board.up(false);
    this.#beginReading('catchUp');
  }

  onPoll(): void {
    this.#options.board.recordSuccess();
    const wasLive = this.isLive;
    const wasUp = this.#isLineUp;
    this.#hasPolled = true;
    this.#isLineUp = true;
    if (!wasUp && !this.#isInStep) this.#beginReading('catchUp');
    else if (!wasUp && this.#isReadingWished) this.#beginReading('doubt');
    if (!wasUp || !wasLive) this.#showLine(wasLive);
  }

  onInterrupted(trouble: StreamProblem, mayHaveLost: boolean, nextAttemptAt: number | null): void {
    if (mayHaveLost && this.#hasListened) {
      this.#noteLoss();
      this.#isInStep = false;
    }
    this.#isLineUp = false;
    this.#options.board.down(trouble, nextAttemptAt);
  }

  onMessages(messages: readonly unknown[]): void {
    const { clock, log, quarantine, sink } = this.#options;
    const receivedAt = clock.now();
    const events = messages.flatMap((message) => {
      try {
        return translateNotification(message, receivedAt, quarantine);
      } catch (cause) {
        // Not expected of anything; still, one message must not cost its neighbours.
        log.error('a notification could not be translated', { cause });
        return [];
      }
    });
    if (events.length === 0) return;
    // Also news told before the subscription was confirmed shows that somebody was listening, and can lose the rest.
    this.#hasListened = true;
    if (this.#held === null) sink.applyEvents(events);
    else this.#held.push(...events);
  }

  /**
   * Somebody has a reason to doubt: read again now, or as soon as there is a line to read over. A reading under way may
   * have asked already what is doubted now.
   */
  resynchronise(): void {
    if (!this.#isRunning) return;
    if (this.#isLineUp) this.#beginReading(this.#isInStep ? 'doubt' : 'catchUp');
    else this.#isReadingWished = true;
  }

  /**
   * What was held back came before the loss, so it is told before: where news went missing is judged by what is known. A
   * reading under way cannot make this loss good, and would only hide where it happened; the next one can.
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

  /** Takes the place of a reading under way: that one began too early to be trusted. */
  #beginReading(occasion: Occasion): void {
    this.#cancelRoutine();
    this.#cancelRetry();
    this.#reading += 1;
    this.#isReadingWished = false;
    this.#held ??= [];
    runInBackground(this.#read(this.#reading, occasion), 'reading the floor', this.#options.log);
  }

  async #read(reading: number, occasion: Occasion): Promise<void> {
    const { reader, sink } = this.#options;
    const lossesBefore = this.#losses;
    const result = await reader.read(timeoutsMs[occasion], occasion).catch((cause: unknown) => {
      this.#options.log.error('reading the floor failed unexpectedly', { cause });
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

  /** News is not held back meanwhile: lines that were told already are known as such. */
  async #lookThrough(reading: number): Promise<void> {
    const events = await this.#options.reader.lookThrough(timeoutsMs.routine);
    if (reading === this.#reading && this.#isRunning && events.length > 0) this.#options.sink.applyEvents(events);
  }

  #readingFailed(error: AppError): void {
    const { log, clock } = this.#options;
    log.warn('the floor could not be read', { code: error.code, isNeeded: !this.#isInStep });
    this.#release();
    if (this.#isInStep) {
      this.#armRoutine();
      return;
    }
    this.#cancelRetry = clock.after(this.#backoff.next(error.retryAfterMs ?? null), () => {
      if (this.#isLineUp && !this.#isInStep) this.#beginReading('catchUp');
    });
    this.#options.onReadingFailed?.(error);
  }

  #showLine(wasLive: boolean): void {
    if (!this.#isLineUp) return;
    this.#options.board.up(this.isLive);
    if (this.isLive && !wasLive) this.#options.onLive();
  }

  #release(): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null && held.length > 0) this.#options.sink.applyEvents(held);
  }

  #armRoutine(): void {
    const { clock, random } = this.#options;
    this.#cancelRoutine();
    this.#cancelRoutine = clock.after(routineEveryMs * (0.97 + 0.06 * random()), () => {
      if (this.isLive) this.#beginReading('routine');
      else this.#isReadingWished = true;
    });
  }
}
