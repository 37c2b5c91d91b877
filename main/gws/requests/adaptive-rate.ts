import type { Clock } from '../../base/clock';

const openRate = 50;
const fastest = 100;
const slowest = 0.5;
const openBurst = 20;
/**
 * What a server that refused for the first time is believed to bear. Ten a second is a common limit; the room left to it is for
 * requests that a busy machine or line brings closer together than they were sent.
 */
const firstLimit = 6;
/** Of the rate at which a server refused, so much is believed to be welcome. */
const safeShare = 0.6;
/** What a proxy counts over some seconds it goes on refusing for as long: until then, refusals say nothing new of the limit. */
const countedMs = 15_000;
/** A limit may have been a moment's trouble: without refusals, what is believed of it doubles in this time. */
const doubtMs = 900_000;
/** From here on a server that once refused counts as one without a limit again. */
const openAgainRate = 40;
/** Each good response earns this much more, in requests a second; below half of what is welcome, as much again as there is. */
const growth = 0.25;
/** Refusals further apart than this are not for want of pace: a server that is away refuses every single request. */
const paceWindowMs = 1_000;
/** A server that gave nothing but refusals for this long was away; what it refused says nothing about its limit. */
const awayMs = 4_000;
const rememberedMs = 3_000;
/** A count of what came lately forgets it after this, in most proxies. */
const settlingMs = 900;
/** After a refusal nothing at all is sent for a moment, longer with each one in a row. */
const firstRestMs = 300;
const longestRestMs = 1_200;
const slowMs = 1_000;
/** Below a limit, so long at most is a response waited for that is later than usual: its request may not have arrived yet. */
const longestDoubtMs = 1_000;
/** Nothing tells when a request arrived whose response is held; so much of the distance is kept from it in addition. */
const heldShare = 0.5;
/** A server that does not respond at all is not asked more slowly than this for it: the stream's back-off looks after that. */
const strainedRate = 10;

interface Believed {
  readonly rate: number;
  readonly burst: number;
  readonly ceiling: number;
}

/** Refusals in a row. `isAway`: none of them spoke of a limit. */
interface Refusing {
  readonly since: number;
  readonly before: Believed;
  readonly count: number;
  readonly isAway: boolean;
}

/**
 * How fast a server wants to be asked. It begins open, since most servers have no limit. A refusal for want of budget halves the
 * rate and ends all bursts, so that requests keep the same distance from each other (a proxy that allows no burst refuses
 * two at once whatever the average); good responses raise it by little steps up to well below the rate that was refused.
 * Delays that rise far above the usual slow it down as well, without a refusal.
 *
 * What counts for a proxy is when requests arrive, and a busy machine or line brings them closer together than they were sent. So
 * below a limit the distance is kept from the moment the last one can have arrived: as much later as its response is.
 */
export class AdaptiveRate {
  readonly #clock: Clock;
  #believed: Believed = { rate: openRate, burst: openBurst, ceiling: fastest };
  /** When the next request would be due if all came evenly; may lie ahead by the burst. */
  #dueAt = Number.NEGATIVE_INFINITY;
  #sentAt: readonly number[] = [];
  #loweredAt = Number.NEGATIVE_INFINITY;
  #ceilingSetAt: number;
  #refusedAt = Number.NEGATIVE_INFINITY;
  #refusing: Refusing | null = null;
  #usualMs: number | null = null;
  /** The newest request without a response that is not held. */
  #openSince: number | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#ceilingSetAt = clock.monotonicMs();
  }

  /** Requests a second. */
  get perSecond(): number {
    return this.#believed.rate;
  }

  /** No limit was felt, or not for long. */
  get isOpen(): boolean {
    return this.#believed.burst > 1;
  }

  /** Refusals in a row, without a good response in between. */
  get refusalsInARow(): number {
    return this.#refusing?.count ?? 0;
  }

  /** Milliseconds until one more may go. */
  get waitMs(): number {
    const { burst } = this.#believed;
    const now = this.#clock.monotonicMs();
    return Math.max(0, this.#dueAt - (burst - 1) * this.#intervalMs - now, this.#doubtMs(now));
  }

  /** `isHeld`: the server holds its response on purpose. */
  sent(isHeld = false): void {
    const now = this.#clock.monotonicMs();
    this.#sentAt = [...this.#sentAt.filter((at) => now - at < rememberedMs), now];
    const distance = this.#intervalMs * (isHeld && !this.isOpen ? 1 + heldShare : 1);
    this.#dueAt = Math.max(this.#dueAt, now) + distance;
    if (!isHeld) this.#openSince = now;
  }

  /** A response that was not held, or the end of waiting for it. */
  answered(sentAt: number): void {
    if (this.#openSince === null || sentAt < this.#openSince) return;
    this.#openSince = null;
    if (this.isOpen || this.#usualMs === null) return;
    const now = this.#clock.monotonicMs();
    const lateMs = Math.min(this.#intervalMs, now - sentAt - this.#usualMs);
    this.#dueAt = Math.max(this.#dueAt, sentAt + lateMs + this.#intervalMs);
  }

  /** `tookMs`: `null` where the server holds its response on purpose. */
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
    const welcome = Math.min(fastest, ceiling * 2 ** ((now - this.#ceilingSetAt) / doubtMs));
    const { rate: before } = this.#believed;
    const grown = Math.max(before + growth, Math.min(before * 2, welcome / 2));
    const rate = Math.max(before, Math.min(grown, welcome));
    this.#believed = { rate, ceiling, burst: rate >= openAgainRate ? openBurst : this.#believed.burst };
  }

  /** `sentAt`: when the refused request went out, on the monotonic clock. `isLimit`: the response spoke of a limit. */
  refused(sentAt: number, isLimit: boolean): void {
    const now = this.#clock.monotonicMs();
    const { since = now, before = this.#believed, count = 0, isAway = true } = this.#refusing ?? {};
    // Those that were under way together are refused together, and say one thing.
    const isNews = sentAt >= this.#refusedAt;
    this.#refusing = { since, before, count: count + (isNews ? 1 : 0), isAway: isAway && !isLimit };
    const near = this.#sentAt.filter((at) => Math.abs(at - sentAt) < paceWindowMs).length;
    if (!isNews || near < 2) return;
    this.#refusedAt = now;
    // What a proxy counted stays in its count for a while: not every refusal in that time is one of the new rate.
    const isLowered = now - this.#loweredAt < settlingMs;
    if (!isLowered) {
      const isNewLimit = this.isOpen || now - this.#ceilingSetAt >= countedMs;
      if (isNewLimit) this.#ceilingSetAt = now;
      const lower = this.isOpen ? firstLimit : Math.max(slowest, this.#believed.rate * safeShare);
      const ceiling = isNewLimit ? lower : this.#believed.ceiling;
      const share = this.isOpen ? Math.min(0.5, firstLimit / this.#believed.rate) : 0.5;
      this.#lower(now, share, 1, ceiling);
    }
    this.#dueAt = Math.max(this.#dueAt, now + Math.min(longestRestMs, firstRestMs * 2 ** count));
  }

  /** No response in time, or nobody there: slower, but the server did not speak of a limit. */
  strained(): void {
    if (this.#believed.rate <= strainedRate) return;
    this.#lower(this.#clock.monotonicMs(), 0.7, this.#believed.burst);
    this.#believed = { ...this.#believed, rate: Math.max(strainedRate, this.#believed.rate) };
  }

  /** Milliseconds for which the response that is later than usual is still waited for. */
  #doubtMs(now: number): number {
    if (this.isOpen || this.#openSince === null || this.#usualMs === null) return 0;
    const isLate = now - this.#openSince > this.#usualMs + this.#intervalMs / 2;
    return isLate ? Math.max(0, this.#openSince + longestDoubtMs - now) : 0;
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
    // Quick to learn that a server is faster than thought, slow to take its delays for what is usual.
    this.#usualMs = tookMs < usual ? usual * 0.7 + tookMs * 0.3 : usual * 0.98 + tookMs * 0.02;
    return tookMs > slowMs + 4 * usual;
  }
}
