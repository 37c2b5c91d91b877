import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import type { Http } from '../http-port';
import type { HttpSession } from '../session/http-session';
import { AttemptPace } from './attempt-pace';
import { BayeuxSession, type BayeuxSessionListener } from './bayeux-session';
import { HoldTuner } from './hold-tuner';
import { streamProblem, type StreamProblem } from './stream-problem';

/** What becomes of the stream, for whoever keeps the floor in step with it. */
export interface StreamListener {
  /** A new stream session listens. Whatever happened before this moment is not coming through it. */
  onSubscribed(): void;
  onPoll(): void;
  /** `mayHaveLost`: what was on its way will not be sent again. */
  onInterrupted(trouble: StreamProblem, mayHaveLost: boolean, nextAttemptAt: number | null): void;
  onMessages(messages: readonly unknown[]): void;
}

export interface StreamOptions {
  readonly url: string;
  readonly channels: readonly string[];
  readonly optionalChannels?: readonly string[];
  readonly onChannelRefused?: (channel: string) => void;
  /** Proposed to the server for every poll unless polls are cut sooner; freshness and the noticing of a dead line hang on it. */
  readonly pollHoldMs: number;
  /** What was said while nobody listened can be read afterwards. Absent: it can. */
  readonly canReadAgain?: () => boolean;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly session: Pick<
    HttpSession,
    'streamHeaders' | 'captureFrom' | 'number' | 'renew' | 'refreshToken' | 'streamLost'
  >;
  readonly listener: StreamListener;
}

/**
 * A generation that polled well for this long has proven itself; only then does waiting start small again. Longer, and a line
 * that fails every few seconds would never be proven: each fault would wait longer than the one before, up to the bound.
 */
const provenMs = 2_000;
/** After the server told us to go: late, and later each time. Not where lines that come meanwhile would be lost for good. */
const restMs = 10_000;

/**
 * Keeps one stream session alive, one generation after the other, until it is stopped.
 *
 * A failed poll is tried again on the same session, and the server says (by its advice) when that session is gone; then
 * a new generation makes a new one. Every attempt waits its turn: full-jitter backoff that starts small after proven health
 * and at the first answer after silence (`attempt-pace.ts`), never before a moment the server named in `Retry-After`. A refusal for want of a session goes to the
 * session first, which uses the credentials at most once. A wake (the machine resumed, a network appeared) is a hint
 * that now is a good moment: it cuts a wait short or doubts the poll under way, and is never taken for the truth.
 */
export class StreamManager {
  readonly #options: StreamOptions;
  readonly #pace: AttemptPace;
  readonly #hold: HoldTuner;
  #generation: BayeuxSession | null = null;
  #sessionNumber = 0;
  #isRunning = false;
  #provenFrom: number | null = null;
  #notBeforeMs = 0;
  /** The latest trouble decides what is attempted next; what was under way for an earlier one has nothing to say any more. */
  #recovery = 0;
  #waiting: { readonly cancel: Disposer; readonly attempt: () => void; readonly dueAtMs: number } | null = null;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#pace = new AttemptPace(options.random);
    this.#hold = new HoldTuner(options.pollHoldMs);
  }

  start(): void {
    this.#isRunning = true;
    this.#pace.reset();
    this.#notBeforeMs = 0;
    this.#open();
  }

  /** Leaves the stream politely; resolves when nothing of it is left. */
  async stop(): Promise<void> {
    const generation = this.#generation;
    this.#halt();
    await generation?.leave();
  }

  /** Stops without a word: there is no session left in which to say goodbye. */
  abandon(): void {
    const generation = this.#generation;
    this.#halt();
    generation?.abandon();
  }

  /** A new HTTP session took the place of the one this stream was opened in; it needs a stream of its own. */
  restart(): void {
    const { session, listener, log, clock } = this.#options;
    if (!this.#isRunning || this.#sessionNumber === session.number) return;
    const old = this.#generation;
    this.#recovery += 1;
    this.#cancelWaiting();
    this.#generation = null;
    this.#sessionNumber = session.number;
    if (old !== null) runInBackground(old.leave(), 'leaving the stream of the old session', log);
    const found = streamProblem('sessionLost', 'renewSession');
    if (clock.monotonicMs() < this.#notBeforeMs) {
      this.#tellWait(found, true, () => this.#open());
      return;
    }
    if (old !== null) listener.onInterrupted(found, true, null);
    this.#open();
  }

  wake(): void {
    if (!this.#isRunning) return;
    this.#pace.reset();
    this.#hold.reset();
    if (this.#waiting === null) {
      this.#generation?.pollNow();
      return;
    }
    if (this.#options.clock.monotonicMs() >= this.#notBeforeMs) this.#attemptNow();
  }

  /** A request beside the stream was answered: the server is there, so a wait that grew while it was silent ends soon. */
  serverAnswered(): void {
    if (!this.#isRunning || !this.#pace.isSilent) return;
    this.#pace.answered();
    const waiting = this.#waiting;
    if (waiting === null) return;
    const leftMs = waiting.dueAtMs - this.#options.clock.monotonicMs();
    this.#arm(Math.min(leftMs, this.#nextDelayMs()), waiting.attempt);
  }

  #halt(): void {
    this.#isRunning = false;
    this.#generation = null;
    this.#cancelWaiting();
  }

  #open(): void {
    const { session, ...rest } = this.#options;
    this.#provenFrom = null;
    this.#sessionNumber = session.number;
    this.#generation = new BayeuxSession({
      ...rest,
      hold: this.#hold,
      headers: () => session.streamHeaders(),
      captureFrom: (response) => {
        session.captureFrom(response);
      },
      listener: this.#listen(),
    });
    this.#generation.start();
  }

  #listen(): BayeuxSessionListener {
    const { listener } = this.#options;
    return {
      answered: () => this.#pace.answered(),
      onSubscribed: () => listener.onSubscribed(),
      onMessages: (messages) => listener.onMessages(messages),
      onPoll: () => {
        this.#noteHealth();
        listener.onPoll();
      },
      onInterrupted: (found, pollAgain) => {
        const mayHaveLost = this.#generation?.hasAcknowledgements !== true;
        this.#recover(found, mayHaveLost, pollAgain);
      },
      onEnded: (found) => {
        this.#generation = null;
        if (found.remedy !== 'renewSession') this.#options.session.streamLost();
        this.#recover(found, true, () => this.#open());
      },
    };
  }

  #noteHealth(): void {
    const now = this.#options.clock.monotonicMs();
    this.#provenFrom ??= now + provenMs;
    if (now >= this.#provenFrom) this.#pace.reset();
  }

  #recover(found: StreamProblem, mayHaveLost: boolean, attempt: () => void): void {
    const { listener, log } = this.#options;
    const { reason, remedy } = found;
    log.info('the stream was interrupted', { reason, remedy, mayHaveLost });
    this.#provenFrom = null;
    this.#recovery += 1;
    if (!found.isAnswered) this.#pace.failed();
    if (reason === 'noAnswer') this.#closeIdleConnections();
    if (this.#pace.hasReturned) {
      // Also a fleet that has to sign in again does not do so at one moment.
      const isRepaired = found.remedy === 'renewSession' || found.remedy === 'refreshToken';
      const next = isRepaired ? () => this.#recover(found, mayHaveLost, attempt) : attempt;
      this.#tellWait(found, mayHaveLost, next);
      return;
    }
    const repair = this.#repairFor(found, mayHaveLost, attempt);
    if (repair === null) {
      listener.onInterrupted(found, mayHaveLost, this.#wait(found, attempt));
      return;
    }
    listener.onInterrupted(found, mayHaveLost, null);
    runInBackground(repair(), 'repairing the session under the stream', log);
  }

  #repairFor(found: StreamProblem, mayHaveLost: boolean, attempt: () => void): (() => Promise<void>) | null {
    const { session } = this.#options;
    const refused = this.#sessionNumber;
    const own = this.#recovery;
    const isOver = (): boolean => !this.#isRunning || own !== this.#recovery;
    if (found.remedy === 'refreshToken') {
      return async () => {
        const isAlive = await session.refreshToken();
        if (isOver() || refused !== session.number) return;
        if (isAlive) this.#wait(found, attempt);
        else this.#recover(streamProblem('sessionLost', 'renewSession'), mayHaveLost, attempt);
      };
    }
    if (found.remedy !== 'renewSession') return null;
    return async () => {
      const outcome = await session.renew(refused);
      if (isOver() || outcome === 'ended') return;
      if (outcome === 'unreachable') {
        this.#pace.failed();
        this.#closeIdleConnections();
        this.#tellWait(found, mayHaveLost, () => this.#recover(found, mayHaveLost, attempt));
      } else if (refused === session.number) this.#tellWait(found, mayHaveLost, attempt);
      else this.restart();
    };
  }

  /** A line that died without a word seldom died alone; each kept one would cost another deadline to find out. */
  #closeIdleConnections(): void {
    const { http, log } = this.#options;
    const dropping = http.closeIdleConnections?.();
    if (dropping !== undefined) runInBackground(dropping, 'letting go of kept connections', log);
  }

  #tellWait(found: StreamProblem, mayHaveLost: boolean, attempt: () => void): void {
    this.#options.listener.onInterrupted(found, mayHaveLost, this.#wait(found, attempt));
  }

  /** Epoch milliseconds of the attempt. */
  #wait(found: StreamProblem, attempt: () => void): number {
    const { clock, canReadAgain } = this.#options;
    const mayRest = found.remedy === 'rest' && canReadAgain?.() !== false;
    const asked = mayRest ? restMs : found.retryAfterMs;
    if (asked !== null) this.#notBeforeMs = Math.max(this.#notBeforeMs, clock.monotonicMs() + asked);
    const delayMs = this.#nextDelayMs();
    this.#arm(delayMs, attempt);
    return clock.now() + delayMs;
  }

  #nextDelayMs(): number {
    const askedMs = this.#notBeforeMs - this.#options.clock.monotonicMs();
    return this.#pace.next(askedMs > 0 ? askedMs : null);
  }

  #arm(delayMs: number, attempt: () => void): void {
    const { clock } = this.#options;
    this.#cancelWaiting();
    const cancel = clock.after(delayMs, () => this.#attemptNow());
    this.#waiting = { cancel, attempt, dueAtMs: clock.monotonicMs() + delayMs };
  }

  #attemptNow(): void {
    const attempt = this.#waiting?.attempt;
    this.#cancelWaiting();
    if (this.#isRunning) attempt?.();
  }

  #cancelWaiting(): void {
    this.#waiting?.cancel();
    this.#waiting = null;
  }
}
