import type { Random } from '../../base/random';
import type { Clock, Disposer } from '../../base/clock';
import { AdaptiveRate } from './adaptive-rate';
import { RetryAfterBook } from './retry-after-book';
import { isMoreUrgent, limitsOf, longestAskedOfActsMs, urgencies, type Urgency } from './urgency';

/**
 * Refused for want of budget. `isLimit`: the response says so itself. `isRepeatable`: sending it again can do nothing twice.
 */
export interface Refusal {
  readonly kind: 'refused';
  readonly retryAfterMs: number | null;
  readonly isLimit: boolean;
  readonly isRepeatable: boolean;
}

/** What a response says about the budget of the server. */
export type Verdict =
  | { readonly kind: 'good' }
  | Refusal
  /** No response, or one that was long in coming. */
  | { readonly kind: 'strained' }
  /** Says nothing. */
  | { readonly kind: 'other' };

export interface Ask {
  readonly urgency: Urgency;
  readonly resource: string;
  /** Instead of what its urgency grants. */
  readonly patienceMs?: number;
  /** The server holds its response on purpose: how long it took says nothing. */
  readonly isHeld?: boolean;
  /** Nobody wants it any more. */
  readonly signal?: AbortSignal | null;
}

/** Its turn does not come in time: it was not sent (or not again). */
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
 * Many acts at once would keep the stream waiting until it is no longer live, and then nobody may act: a poll that waited for so long
 * goes before them.
 */
const pollOverdueMs = 1_000;
const firstPauseMs = 300;
const longestPauseMs = 5_000;
/** A refused act is tried again sooner: a person waits for it. */
const longestActPauseMs = 1_500;

/**
 * The one place that decides when a server may be asked something.
 *
 * 1. Every request has an urgency. The most urgent one that may go at all goes next; nothing overtakes it while it only waits for
 *    the rate, and nothing less urgent takes up its connections (`urgency.ts`). A poll that waited for a second comes first.
 * 2. The rate adapts to the server (`adaptive-rate.ts`). Acts and polls wait for nothing else, and not even for that while no limit
 *    was felt.
 * 3. `Retry-After` is kept (`retry-after-book.ts`): no request goes to a resource before its time, whatever its urgency. What
 *    would have to wait longer than its patience is answered at once, unsent.
 * 4. A refusal without one makes everything but acts and polls pause, longer with each refusal in a row; a good response ends that.
 * 5. A refused request that was certainly not executed is sent again, within its patience. Nothing else ever is.
 */
export class RequestBudget {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #rate: AdaptiveRate;
  readonly #retryAfter: RetryAfterBook;
  readonly #underWay = new Map<Urgency, number>();
  readonly #lastSentAt = new Map<Urgency, number>();
  #waiting: Waiting[] = [];
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #cancelTimer: Disposer = () => undefined;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
    this.#rate = new AdaptiveRate(clock);
    this.#retryAfter = new RetryAfterBook(clock, random);
  }

  /** Sends when its turn has come, and again after a refusal that allows it; the last response, or `NotSent`. */
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
      notBefore = this.#clock.monotonicMs() + this.#jittered(pauseAfter(attempt, longestActPauseMs));
    }
  }

  /** Whoever still waits is told at once. */
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
      // Behind those of its urgency, before all less urgent ones.
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
      // A server that names a time without speaking of a limit is away, and no pace would be welcome.
      if (verdict.isLimit || verdict.retryAfterMs === null) this.#rate.refused(sentAt, verdict.isLimit);
      const pauseMs = this.#jittered(pauseAfter(this.#rate.refusalsInARow, longestPauseMs));
      this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.monotonicMs() + pauseMs);
      if (verdict.retryAfterMs !== null) {
        this.#retryAfter.asked(ask.resource, verdict.retryAfterMs, ask.urgency === 'poll');
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
    // Read anew in each round: whoever is let go may make others wait.
    for (let at = 0; at < this.#waiting.length;) {
      const waiting = this.#waiting[at];
      if (waiting === undefined) break;
      const ownMs = this.#ownWait(waiting);
      // A connection becomes free at a moment nobody knows; every other wait has an end that can be told now.
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
      // It waits for the rate alone: nobody less urgent may use up what it waits for.
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
    return !mayWait && this.#retryAfter.waitFor(ask.resource) > longestAskedOfActsMs;
  }

  /** What a person or the stream waits for is held up only where the server was seen to have a limit. */
  #rateWait({ urgency }: Ask): number {
    return (urgency === 'act' || urgency === 'poll') && this.#rate.isOpen ? 0 : this.#rate.waitMs;
  }

  /** Milliseconds for reasons of its own; infinite while its class has no connection left. */
  #ownWait({ ask, notBefore }: Waiting): number {
    const now = this.#clock.monotonicMs();
    const { urgency, resource } = ask;
    const waits = [notBefore - now, this.#retryAfter.waitFor(resource)];
    if (urgency === 'act' || urgency === 'poll') return Math.max(0, ...waits);
    const { mostAtOnce, spacingMs } = limitsOf[urgency];
    const lesser = urgencies.filter((other) => !isMoreUrgent(other, urgency));
    const underWay = lesser.reduce((sum, other) => sum + (this.#underWay.get(other) ?? 0), 0);
    if (underWay >= mostAtOnce) return Number.POSITIVE_INFINITY;
    // Catching up has no distance of its own to keep, but what nobody waits for keeps it from that too.
    const spaced = spacingMs === 0 ? [] : [...lesser, ...(urgency === 'background' ? readsBefore : [])];
    const lastAt = Math.max(...spaced.map((other) => this.#lastSentAt.get(other) ?? Number.NEGATIVE_INFINITY), -1e15);
    return Math.max(0, ...waits, lastAt + spacingMs - now, this.#pausedUntil - now, this.#retryAfter.waitForAll);
  }
}

const readsBefore: readonly Urgency[] = ['catchUp', 'screen'];

function pauseAfter(refusals: number, longestMs: number): number {
  return Math.min(longestMs, firstPauseMs * 2 ** Math.max(0, refusals - 1));
}
