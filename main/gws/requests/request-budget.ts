import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';
import { AdaptiveRate } from './adaptive-rate';
import { RetryAfterRegistry } from './retry-after-registry';
import { isMoreUrgent, limitsOf, maxRequestedWaitOfActsMs, urgencies, type Urgency } from './urgency';

/**
 * A refusal by a rate limit. `isLimit`: the response says so. `isRepeatable`: the request was certainly not
 * executed.
 */
export interface Refusal {
  readonly kind: 'refused';
  readonly retryAfterMs: number | null;
  readonly isLimit: boolean;
  readonly isRepeatable: boolean;
}

/** What a response says about the server's budget. */
export type Verdict =
  | { readonly kind: 'good' }
  | Refusal
  /** No response, or a late one. */
  | { readonly kind: 'strained' }
  /** Says nothing about the budget. */
  | { readonly kind: 'other' };

export interface Ask {
  readonly urgency: Urgency;
  readonly resource: string;
  /** Milliseconds; overrides that of the urgency. */
  readonly patienceMs?: number;
  /** The server holds the response on purpose, so its duration is not sampled. */
  readonly isHeld?: boolean;
  /** Aborts when the caller no longer needs the response. */
  readonly signal?: AbortSignal | null;
}

/** Result of a request that was not sent (or not repeated) because its turn would come too late. */
export class NotSent {
  readonly waitMs: number;

  constructor(waitMs: number) {
    this.waitMs = waitMs;
  }
}

interface Waiting {
  readonly ask: Ask;
  readonly since: number;
  readonly notBefore: number;
  readonly deadline: number;
  readonly settle: (turn: 'go' | NotSent) => void;
}

/**
 * Many acts at once would delay the stream until it is no longer live, and then no act is allowed. A poll that
 * waited this long, in milliseconds, goes first.
 */
const pollOverdueMs = 1_000;
const firstPauseMs = 300;
const maxPauseMs = 5_000;
/** A refused act is repeated sooner, because the supervisor waits for it. Milliseconds. */
const maxActPauseMs = 1_500;

/**
 * Decides when a request may be sent to the server.
 *
 * 1. Every request has an urgency (`urgency.ts`). The most urgent one that may be sent is next. While it waits for
 *    the rate alone, no other request overtakes it, and less urgent ones do not use its connections. A poll that
 *    waited for a second is first.
 * 2. The rate adapts to the server (`adaptive-rate.ts`). Acts and polls wait for nothing but the rate, and only once
 *    a limit was detected.
 * 3. `Retry-After` is always obeyed (`retry-after-registry.ts`). A request that would wait longer than its patience
 *    fails at once, unsent.
 * 4. A refusal without that header pauses everything but acts and polls, longer with each refusal in a row. A good
 *    response ends the pause.
 * 5. A refused request that was certainly not executed is repeated within its patience. No other request is.
 */
export class RequestBudget {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #rate: AdaptiveRate;
  readonly #retryAfter: RetryAfterRegistry;
  readonly #underWay = new Map<Urgency, number>();
  readonly #lastSentAt = new Map<Urgency, number>();
  #waiting: Waiting[] = [];
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #cancelTimer: Disposer = () => undefined;

  /** `mostPerSecond`: see `AdaptiveRate`. */
  constructor(clock: Clock, random: Random, mostPerSecond: number | null = null) {
    this.#clock = clock;
    this.#random = random;
    this.#rate = new AdaptiveRate(clock, mostPerSecond);
    this.#retryAfter = new RetryAfterRegistry(clock, random);
  }

  /**
   * Sends when the budget allows, and again after a refusal that allows it. Returns the last response or `NotSent`.
   */
  async run<T>(ask: Ask, send: () => Promise<T>, judge: (outcome: T) => Verdict): Promise<T | NotSent> {
    const deadline = this.#clock.monotonicMs() + (ask.patienceMs ?? limitsOf[ask.urgency].patienceMs);
    let last: { readonly outcome: T } | null = null;
    let notBefore = 0;
    for (let attempt = 1; ; attempt += 1) {
      const turn = await this.#turn(ask, notBefore, deadline);
      if (turn !== 'go') return last === null ? turn : last.outcome;
      const sentAt = this.#clock.monotonicMs();
      const outcome = await this.#send(ask, sentAt, send);
      const verdict = judge(outcome);
      this.#learn(ask, verdict, sentAt);
      this.#pump();
      if (verdict.kind !== 'refused' || !verdict.isRepeatable) return outcome;
      last = { outcome };
      notBefore = this.#clock.monotonicMs() + this.#jittered(pauseAfter(attempt, maxActPauseMs));
    }
  }

  /** Ends all waiting requests as `NotSent`. */
  close(): void {
    this.#cancelTimer();
    for (const { settle } of this.#waiting.splice(0)) settle(new NotSent(0));
  }

  #turn(ask: Ask, notBefore: number, deadline: number): Promise<'go' | NotSent> {
    if (ask.signal?.aborted === true) return Promise.resolve(new NotSent(0));
    return new Promise((resolve) => {
      const leave = (): void => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        waiting.settle(new NotSent(0));
      };
      const settle = (turn: 'go' | NotSent): void => {
        ask.signal?.removeEventListener('abort', leave);
        resolve(turn);
      };
      const waiting: Waiting = { ask, since: this.#clock.monotonicMs(), notBefore, deadline, settle };
      ask.signal?.addEventListener('abort', leave);
      // Insert after requests of the same urgency and before all less urgent ones.
      const behind = this.#waiting.findIndex((other) => isMoreUrgent(ask.urgency, other.ask.urgency));
      this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, waiting);
      this.#pump();
    });
  }

  async #send<T>({ urgency, isHeld }: Ask, sentAt: number, send: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } finally {
      this.#underWay.set(urgency, (this.#underWay.get(urgency) ?? 1) - 1);
      if (isHeld !== true) this.#rate.answered(sentAt);
    }
  }

  #learn(ask: Ask, verdict: Verdict, sentAt: number): void {
    if (verdict.kind === 'good') {
      this.#rate.good(ask.isHeld === true ? null : this.#clock.monotonicMs() - sentAt);
      this.#pausedUntil = Number.NEGATIVE_INFINITY;
    } else if (verdict.kind === 'strained') {
      this.#rate.strained();
    } else if (verdict.kind === 'refused') {
      // A server that names a time without a rate limit is unavailable; a lower rate would not help.
      if (verdict.isLimit || verdict.retryAfterMs === null) this.#rate.refused(sentAt, verdict.isLimit);
      const pauseMs = this.#jittered(pauseAfter(this.#rate.refusalsInARow, maxPauseMs));
      this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.monotonicMs() + pauseMs);
      if (verdict.retryAfterMs !== null) {
        this.#retryAfter.record(ask.resource, verdict.retryAfterMs, ask.urgency === 'poll');
      }
    }
  }

  #jittered(ms: number): number {
    return ms * (0.75 + 0.5 * this.#random());
  }

  #pump(): void {
    this.#cancelTimer();
    this.#putOverdueFirst();
    let soonestMs = Number.POSITIVE_INFINITY;
    // Read the length in each iteration: a request that ends may make others wait.
    for (let at = 0; at < this.#waiting.length;) {
      const waiting = this.#waiting[at];
      if (waiting === undefined) break;
      const ownMs = this.#ownWait(waiting);
      // It is unpredictable when a connection becomes free; every other wait has a known end.
      const knownMs = Number.isFinite(ownMs) ? ownMs : 0;
      if (this.#clock.monotonicMs() + knownMs > waiting.deadline || this.#isTooLong(waiting)) {
        this.#waiting.splice(at, 1);
        waiting.settle(new NotSent(knownMs));
        continue;
      }
      const rateMs = ownMs === 0 ? this.#rateWait(waiting.ask) : 0;
      if (ownMs === 0 && rateMs === 0) {
        this.#waiting.splice(at, 1);
        this.#letGo(waiting);
        at = 0;
        continue;
      }
      soonestMs = Math.min(soonestMs, Math.max(ownMs, rateMs), waiting.deadline - this.#clock.monotonicMs() + 1);
      // It waits for the rate alone, so less urgent requests must not use the rate up.
      if (rateMs > 0) break;
      at += 1;
    }
    if (Number.isFinite(soonestMs)) this.#cancelTimer = this.#clock.after(Math.max(1, soonestMs), () => this.#pump());
  }

  #putOverdueFirst(): void {
    const now = this.#clock.monotonicMs();
    const isOverdue = ({ ask, since }: Waiting): boolean => ask.urgency === 'poll' && now - since >= pollOverdueMs;
    const overdue = this.#waiting.filter(isOverdue);
    if (overdue.length > 0) this.#waiting = [...overdue, ...this.#waiting.filter((waiting) => !isOverdue(waiting))];
  }

  #letGo({ ask, settle }: Waiting): void {
    this.#rate.sent(ask.isHeld);
    this.#underWay.set(ask.urgency, (this.#underWay.get(ask.urgency) ?? 0) + 1);
    this.#lastSentAt.set(ask.urgency, this.#clock.monotonicMs());
    settle('go');
  }

  #isTooLong({ ask }: Waiting): boolean {
    const mayWait = ask.urgency !== 'act' || ask.patienceMs !== undefined;
    return !mayWait && this.#retryAfter.waitFor(ask.resource) > maxRequestedWaitOfActsMs;
  }

  /** Acts and polls wait for the rate only once a limit of the server was detected. */
  #rateWait({ urgency }: Ask): number {
    return (urgency === 'act' || urgency === 'poll') && this.#rate.isOpen ? 0 : this.#rate.waitMs;
  }

  /** Returns the wait in milliseconds apart from the rate; infinite while its class has no free connection. */
  #ownWait({ ask, notBefore }: Waiting): number {
    const now = this.#clock.monotonicMs();
    const { urgency, resource } = ask;
    const waits = [notBefore - now, this.#retryAfter.waitFor(resource)];
    if (urgency === 'act' || urgency === 'poll') return Math.max(0, ...waits);
    const { maxConcurrent, spacingMs } = limitsOf[urgency];
    const lesser = urgencies.filter((other) => !isMoreUrgent(other, urgency));
    const underWay = lesser.reduce((sum, other) => sum + (this.#underWay.get(other) ?? 0), 0);
    if (underWay >= maxConcurrent) return Number.POSITIVE_INFINITY;
    // Reads for catching up have no spacing, but background requests keep their distance from them too.
    const spaced = spacingMs === 0 ? [] : [...lesser, ...(urgency === 'background' ? readsBefore : [])];
    const lastAt = Math.max(...spaced.map((other) => this.#lastSentAt.get(other) ?? Number.NEGATIVE_INFINITY), -1e15);
    return Math.max(0, ...waits, lastAt + spacingMs - now, this.#pausedUntil - now, this.#retryAfter.waitForAll);
  }
}

const readsBefore: readonly Urgency[] = ['catchUp', 'screen'];

function pauseAfter(refusals: number, maxMs: number): number {
  return Math.min(maxMs, firstPauseMs * 2 ** Math.max(0, refusals - 1));
}
