import type { Clock } from '../../base/clock';

const openRate = 50;
const fastest = 100;
const slowest = 0.5;
const openBurst = 20;
/**
 * Requests a second assumed as the limit after the first refusal. Ten is a common limit; the margin is for requests
 * that a busy machine or network brings closer together.
 */
const firstLimit = 6;
/** Share of a refused rate that is assumed to be safe. */
const safeShare = 0.6;
/**
 * Milliseconds. A proxy that counts over some seconds refuses for as long; until then a refusal says nothing new.
 */
const countedMs = 15_000;
/** Milliseconds in which the assumed limit doubles without refusals, since a limit may have been temporary. */
const doubtMs = 900_000;
/** Requests a second from which a limited server counts as unlimited again. */
const openAgainRate = 40;
/** Rise of the rate per good response, in requests a second; twice as much below half of the safe rate. */
const growth = 0.25;
/**
 * Milliseconds. Refusals further apart do not depend on the rate: a server that is unavailable refuses every
 * request.
 */
const paceWindowMs = 1_000;
/**
 * Milliseconds. A server that only refused for this long was unavailable, so its refusals say nothing about a limit.
 */
const awayMs = 4_000;
const rememberedMs = 3_000;
/** Milliseconds after which most proxies forget counted requests. */
const settlingMs = 900;
/** Milliseconds without any request after a refusal; it grows with each refusal in a row. */
const firstRestMs = 300;
const maxRestMs = 1_200;
const slowMs = 1_000;
/**
 * Longest wait in milliseconds, below a limit, for a response that is later than usual: its request may not have
 * arrived yet.
 */
const maxDoubtMs = 1_000;
/** Nothing shows when a request with a held response arrived, so this share of the distance is added. */
const heldShare = 0.5;
/** Lowest rate for a server that does not respond at all; the stream's backoff covers that case. */
const strainedRate = 10;

interface Believed {
  readonly rate: number;
  readonly burst: number;
  readonly ceiling: number;
}

/** Refusals in a row. `isAway`: none of them named a limit. */
interface Refusing {
  readonly since: number;
  readonly before: Believed;
  readonly count: number;
  readonly isAway: boolean;
}

/**
 * Estimates how many requests a second the server accepts.
 *
 * It starts open, since most servers have no limit. A refusal by a rate limit halves the rate and ends all bursts: a
 * proxy without a burst allowance refuses the second of two concurrent requests, whatever the average. Good responses
 * raise the rate in small steps to well below the refused one. Unusually long delays lower it too.
 *
 * A proxy counts requests when they arrive, and a busy machine or network brings them closer together. Below a limit,
 * the distance is therefore kept from the latest possible arrival of the last request: its sending time plus the excess
 * delay of its response.
 */
export class AdaptiveRate {
  readonly #clock: Clock;
  #believed: Believed = { rate: openRate, burst: openBurst, ceiling: fastest };
  /** When the next request would be due at an even rate; may be ahead of now by the burst. */
  #dueAt = Number.NEGATIVE_INFINITY;
  #sentAt: readonly number[] = [];
  #loweredAt = Number.NEGATIVE_INFINITY;
  #ceilingSetAt: number;
  #refusedAt = Number.NEGATIVE_INFINITY;
  #refusing: Refusing | null = null;
  #usualMs: number | null = null;
  /** Sending time of the newest request without a response, unless that response is held. */
  #openSince: number | null = null;

  readonly #fastest: number;

  /** `most`: requests a second that are never exceeded, as the user or the administrator set it; `null`: no such limit. */
  constructor(clock: Clock, most: number | null = null) {
    this.#clock = clock;
    this.#fastest = most ?? fastest;
    if (most !== null) this.#believed = { rate: most, burst: 1, ceiling: most };
    this.#ceilingSetAt = clock.monotonicMs();
  }

  /** Requests a second. */
  get perSecond(): number {
    return this.#believed.rate;
  }

  /** True if no limit was detected, or not recently. */
  get isOpen(): boolean {
    return this.#believed.burst > 1;
  }

  /** Refusals without a good response in between. */
  get refusalsInARow(): number {
    return this.#refusing?.count ?? 0;
  }

  /** Milliseconds until the next request may be sent. */
  get waitMs(): number {
    const { burst } = this.#believed;
    const now = this.#clock.monotonicMs();
    return Math.max(0, this.#dueAt - (burst - 1) * this.#intervalMs - now, this.#doubtMs(now));
  }

  /** Records a request. `isHeld`: the server holds the response on purpose. */
  sent(isHeld = false): void {
    const now = this.#clock.monotonicMs();
    this.#sentAt = [...this.#sentAt.filter((at) => now - at < rememberedMs), now];
    const distance = this.#intervalMs * (isHeld && !this.isOpen ? 1 + heldShare : 1);
    this.#dueAt = Math.max(this.#dueAt, now) + distance;
    if (!isHeld) this.#openSince = now;
  }

  /** Records a response that was not held, or the end of waiting for it. */
  answered(sentAt: number): void {
    if (this.#openSince === null || sentAt < this.#openSince) return;
    this.#openSince = null;
    if (this.isOpen || this.#usualMs === null) return;
    const now = this.#clock.monotonicMs();
    const lateMs = Math.min(this.#intervalMs, now - sentAt - this.#usualMs);
    this.#dueAt = Math.max(this.#dueAt, sentAt + lateMs + this.#intervalMs);
  }

  /** Records a good response. `tookMs`: `null` if the server held it on purpose. */
  good(tookMs: number | null): void {
    const now = this.#clock.monotonicMs();
    const refusing = this.#refusing;
    if (refusing?.isAway === true && now - refusing.since >= awayMs) this.#believed = refusing.before;
    this.#refusing = null;
    if (tookMs !== null && this.#isSlow(tookMs)) {
      this.#lower(now, 0.8, this.#believed.burst);
      return;
    }
    const { ceiling } = this.#believed;
    const welcome = Math.min(this.#fastest, ceiling * 2 ** ((now - this.#ceilingSetAt) / doubtMs));
    const { rate: before } = this.#believed;
    const grown = Math.max(before + growth, Math.min(before * 2, welcome / 2));
    const rate = Math.max(before, Math.min(grown, welcome));
    this.#believed = { rate, ceiling, burst: rate >= openAgainRate ? openBurst : this.#believed.burst };
  }

  /**
   * Records a refusal. `sentAt`: monotonic time when the request was sent. `isLimit`: the response named a limit.
   */
  refused(sentAt: number, isLimit: boolean): void {
    const now = this.#clock.monotonicMs();
    const { since = now, before = this.#believed, count = 0, isAway = true } = this.#refusing ?? {};
    // Requests that were in flight together are refused together and count as one refusal.
    const isNews = sentAt >= this.#refusedAt;
    this.#refusing = { since, before, count: count + (isNews ? 1 : 0), isAway: isAway && !isLimit };
    const near = this.#sentAt.filter((at) => Math.abs(at - sentAt) < paceWindowMs).length;
    if (!isNews || near < 2) return;
    this.#refusedAt = now;
    // A proxy keeps counting older requests for a while, so not every refusal is about the lowered rate.
    const isLowered = now - this.#loweredAt < settlingMs;
    if (!isLowered) {
      const isNewLimit = this.isOpen || now - this.#ceilingSetAt >= countedMs;
      if (isNewLimit) this.#ceilingSetAt = now;
      const lower = this.isOpen ? firstLimit : Math.max(slowest, this.#believed.rate * safeShare);
      const ceiling = isNewLimit ? lower : this.#believed.ceiling;
      const share = this.isOpen ? Math.min(0.5, firstLimit / this.#believed.rate) : 0.5;
      this.#lower(now, share, 1, ceiling);
    }
    this.#dueAt = Math.max(this.#dueAt, now + Math.min(maxRestMs, firstRestMs * 2 ** count));
  }

  /** Records a missing or late response: lowers the rate without assuming a limit. */
  strained(): void {
    if (this.#believed.rate <= strainedRate) return;
    this.#lower(this.#clock.monotonicMs(), 0.7, this.#believed.burst);
    this.#believed = { ...this.#believed, rate: Math.max(strainedRate, this.#believed.rate) };
  }

  /** Returns how many milliseconds to wait for the response that is later than usual. */
  #doubtMs(now: number): number {
    if (this.isOpen || this.#openSince === null || this.#usualMs === null) return 0;
    const isLate = now - this.#openSince > this.#usualMs + this.#intervalMs / 2;
    return isLate ? Math.max(0, this.#openSince + maxDoubtMs - now) : 0;
  }

  get #intervalMs(): number {
    return 1_000 / this.#believed.rate;
  }

  #lower(now: number, share: number, burst: number, ceiling = this.#believed.ceiling): void {
    if (share > 0.5 && now - this.#loweredAt < paceWindowMs) return;
    this.#loweredAt = now;
    this.#believed = { rate: Math.max(slowest, this.#believed.rate * share), burst, ceiling };
    this.#dueAt = Math.max(this.#dueAt, now + (burst === 1 ? this.#intervalMs : 0));
  }

  #isSlow(tookMs: number): boolean {
    const usual = this.#usualMs ?? tookMs;
    // Adapt quickly to a faster server, but slowly to delays.
    this.#usualMs = tookMs < usual ? usual * 0.7 + tookMs * 0.3 : usual * 0.98 + tookMs * 0.02;
    return tookMs > slowMs + 4 * usual;
  }
}
