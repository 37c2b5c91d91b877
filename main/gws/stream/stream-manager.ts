import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import type { Http } from '../http-port';
import type { HttpSession } from '../session/http-session';
import { AttemptPace } from './attempt-pace';
import { BayeuxSession, type BayeuxListener, type BayeuxSessionOwner } from './bayeux-session';
import { HoldTuner } from './hold-tuner';
import type { PausedPolls } from './poll-pause';
import { streamProblem, type StreamProblem } from './stream-problem';

/**
 * Callbacks for the state of the stream. `onSubscribed`: a new stream session is subscribed, which does not deliver
 * anything from before this point.
 */
export interface StreamListener extends BayeuxListener {
  onPoll(): void;
  /** `mayHaveLost`: messages in flight will not be repeated. */
  onInterrupted(problem: StreamProblem, mayHaveLost: boolean, nextAttemptAt: number | null): void;
}

export interface StreamOptions extends PausedPolls {
  readonly url: string;
  readonly channels: readonly string[];
  readonly optionalChannels?: readonly string[];
  readonly onChannelRefused?: (channel: string) => void;
  /** Proposed for every poll, unless polls are cut sooner. Freshness and the detection of dead connections depend on it. */
  readonly pollHoldMs: number;
  readonly onHoldChanged?: (shortenedMs: number | null) => void;
  /** Returns whether messages missed while unsubscribed can be read later. Absent: they can. */
  readonly canReadAgain?: () => boolean;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly session: Pick<
    HttpSession,
    'streamHeaders' | 'captureFrom' | 'number' | 'renew' | 'refreshToken' | 'streamLost' | 'onLoginPage'
  >;
  readonly listener: StreamListener;
}

/**
 * Milliseconds of successful polls after which a session is proven and the backoff starts small again. With a longer
 * span, a link that fails every few seconds would never be proven, and each wait would grow to the maximum.
 */
const provenMs = 2_000;
/**
 * Wait in milliseconds after the server asked the client to disconnect; it grows with each time. Not used if entries
 * that arrive meanwhile would be lost for good.
 */
const restMs = 10_000;

/**
 * Keeps the stream connected, one Bayeux session after the other, until stopped.
 *
 * A failed poll is retried on the same session; if the server's advice says that the session is gone, a new one is
 * opened. Every attempt waits for full-jitter backoff, which restarts small after proven health and at the first
 * response after silence (`attempt-pace.ts`). No attempt runs before the time given in `Retry-After`. A refused HTTP
 * session is renewed first, which uses the credentials at most once. `wake` (resume, network back) shortens a wait
 * or replaces the current poll; it never changes the reported state.
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
  /**
   * Incremented on each interruption. A repair that started under an older value has been superseded and does
   * nothing.
   */
  #recovery = 0;
  #waiting: { readonly cancel: Disposer; readonly attempt: () => void; readonly dueAtMs: number } | null = null;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#pace = new AttemptPace(options.random);
    this.#hold = new HoldTuner(options.pollHoldMs, options.onHoldChanged);
  }

  start(): void {
    this.#isRunning = true;
    this.#pace.reset();
    this.#notBeforeMs = 0;
    this.#open();
  }

  /** Disconnects; resolves when everything is released. */
  async stop(): Promise<void> {
    const generation = this.#generation;
    this.#halt();
    await generation?.leave();
  }

  /** Stops without a disconnect message: no session is left to send it in. */
  abandon(): void {
    const generation = this.#generation;
    this.#halt();
    generation?.abandon();
  }

  /** Opens a new stream because a new HTTP session replaced the one of this stream. */
  restart(): void {
    const { session, listener, log, clock } = this.#options;
    if (!this.#isRunning || this.#sessionNumber === session.number) return;
    const old = this.#generation;
    this.#recovery += 1;
    this.#cancelWaiting();
    this.#generation = null;
    this.#sessionNumber = session.number;
    if (old !== null) runInBackground(old.leave(), 'closing the stream of the old session', log);
    const found = streamProblem('sessionLost', 'renewSession');
    if (clock.monotonicMs() < this.#notBeforeMs) {
      this.#publishWait(found, true, () => this.#open());
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

  /** Another request was answered: the server is reachable, so a wait that grew during its silence is shortened. */
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
      owner: this.#own(),
    });
    this.#generation.start();
  }

  #own(): BayeuxSessionOwner {
    const { listener } = this.#options;
    return {
      answered: () => this.#pace.answered(),
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

  #recover(problem: StreamProblem, mayHaveLost: boolean, attempt: () => void): void {
    const { listener, log } = this.#options;
    const found = problem.remedy === 'signInOnPage' ? this.#afterLoginPage() : problem;
    const { reason, remedy } = found;
    log.info('stream interrupted', { reason, remedy, mayHaveLost });
    this.#provenFrom = null;
    this.#recovery += 1;
    if (!found.isAnswered) this.#pace.failed();
    if (reason === 'noAnswer') this.#closeIdleConnections();
    if (this.#pace.hasReturned) {
      // A fleet that has to sign in again must not do so at once either.
      const isRepaired = found.remedy === 'renewSession' || found.remedy === 'refreshToken';
      const next = isRepaired ? () => this.#recover(found, mayHaveLost, attempt) : attempt;
      this.#publishWait(found, mayHaveLost, next);
      return;
    }
    const repair = this.#repairFor(found, mayHaveLost, attempt);
    if (repair === null) {
      listener.onInterrupted(found, mayHaveLost, this.#wait(found, attempt));
      return;
    }
    listener.onInterrupted(found, mayHaveLost, null);
    runInBackground(repair(), 'restoring the session of the stream', log);
  }

  /** In any other session, the page may be that of a network, which goes away by itself. */
  #afterLoginPage(): StreamProblem {
    if (!this.#options.session.onLoginPage()) return streamProblem('portal', 'tryAgain', { isUnreachable: true });
    this.#pace.answered();
    return streamProblem('signInPage', 'renewSession', { isAnswered: true });
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
        this.#publishWait(found, mayHaveLost, () => this.#recover(found, mayHaveLost, attempt));
      } else if (refused === session.number) this.#publishWait(found, mayHaveLost, attempt);
      else this.restart();
    };
  }

  /** One dead connection suggests more; each idle one would cost another deadline. */
  #closeIdleConnections(): void {
    const { http, log } = this.#options;
    const dropping = http.closeIdleConnections?.();
    if (dropping !== undefined) runInBackground(dropping, 'closing idle connections', log);
  }

  #publishWait(found: StreamProblem, mayHaveLost: boolean, attempt: () => void): void {
    this.#options.listener.onInterrupted(found, mayHaveLost, this.#wait(found, attempt));
  }

  /** Returns the epoch milliseconds of the attempt. */
  #wait(found: StreamProblem, attempt: () => void): number {
    const { clock, canReadAgain } = this.#options;
    const mayRest = found.remedy === 'rest' && canReadAgain?.() !== false;
    const requestedMs = mayRest ? restMs : found.retryAfterMs;
    if (requestedMs !== null) this.#notBeforeMs = Math.max(this.#notBeforeMs, clock.monotonicMs() + requestedMs);
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
