import { dequal } from 'dequal';
import type { ConnectionReason, ConnectionState, SourceState } from '../../../preload/contract';
import type { Clock, Disposer } from '../../base/clock';
import { deriveConnectionState, freshnessLimitMs, type LinkState } from './derive-connection-state';
import type { StreamProblem } from './stream-problem';

const minPublishIntervalMs = 1_000;
const neverRead: SourceState = { lastSuccessAt: null, failingSince: null };

/**
 * Tracks the link and publishes the connection state: immediately when phase, reason, next attempt or clock offset
 * change, at most once a second when only `lastSuccessAt` changed. A timer fires when the data stops being fresh, so
 * that `live` cannot outlast its promise while nothing happens.
 */
export class ConnectionStatus {
  readonly #clock: Clock;
  readonly #publish: (connection: ConnectionState) => void;
  #line: LinkState['line'] = { is: 'off', reason: 'neverSignedIn' };
  #hasBeenLive = false;
  #recordSuccess: { readonly at: number; readonly monotonicMs: number } | null = null;
  #sources: LinkState['sources'] = { requests: neverRead, agents: neverRead };
  #serverClockOffsetMs = 0;
  #shortenedHoldMs: number | null = null;
  #lastPublished: ConnectionState | null = null;
  #lastPublishedAtMs = Number.NEGATIVE_INFINITY;
  #cancelTimer: Disposer = () => undefined;

  constructor(clock: Clock, publish: (connection: ConnectionState) => void) {
    this.#clock = clock;
    this.#publish = publish;
  }

  get state(): ConnectionState {
    const shown = deriveConnectionState({
      line: this.#line,
      hasBeenLive: this.#hasBeenLive,
      lastSuccessAt: this.#recordSuccess?.at ?? null,
      ageMs: this.#ageMs(),
      sources: this.#sources,
    });
    return {
      ...shown,
      ...(this.#serverClockOffsetMs === 0 ? {} : { serverClockOffsetMs: this.#serverClockOffsetMs }),
      ...(this.#shortenedHoldMs === null ? {} : { shortenedHoldMs: this.#shortenedHoldMs }),
    };
  }

  opening(reason: 'starting' | 'signedIn'): void {
    this.#hasBeenLive = false;
    this.#recordSuccess = null;
    this.#sources = { requests: neverRead, agents: neverRead };
    this.#show({ is: 'opening', reason });
  }

  /** This connection replaces a failed one, so the data is as old as it was there. */
  takeOver(failed: ConnectionStatus): void {
    this.#hasBeenLive = failed.#hasBeenLive;
    this.#recordSuccess = failed.#recordSuccess;
    this.#sources = { requests: neverRead, agents: failed.#sources.agents };
    this.#show({ is: 'down', reason: 'switchingServer', isUnreachable: false, nextAttemptAt: null });
  }

  /** A successful exchange on the stream: the shown data is current. */
  recordSuccess(): void {
    this.#recordSuccess = { at: this.#clock.now(), monotonicMs: this.#clock.monotonicMs() };
    this.#refresh();
  }

  /** Sets the state of a source other than the stream. */
  source(name: keyof LinkState['sources'], state: SourceState): void {
    this.#sources = { ...this.#sources, [name]: state };
    this.#refresh();
  }

  /** Sets how far the server's clock is ahead of the local one, in milliseconds. */
  setClockOffset(aheadMs: number): void {
    this.#serverClockOffsetMs = aheadMs;
    this.#refresh();
  }

  /** Sets the hold of polls if it was shortened; `null` if it was not. */
  setShortenedHold(holdMs: number | null): void {
    this.#shortenedHoldMs = holdMs;
    this.#refresh();
  }

  /** Time may have passed unnoticed, so armed timers are not relied on. */
  recheck(): void {
    this.#refresh();
  }

  /** No clock can publish the age of the last successful exchange, so the data counts as old until the next one. */
  invalidateAge(): void {
    if (this.#recordSuccess !== null)
      this.#recordSuccess = { ...this.#recordSuccess, monotonicMs: Number.NEGATIVE_INFINITY };
    this.#refresh();
  }

  up(isCaughtUp: boolean): void {
    this.#show({ is: 'up', isCaughtUp });
  }

  down(problem: StreamProblem, nextAttemptAt: number | null): void {
    const { reason, values, isUnreachable } = problem;
    this.#show({ is: 'down', reason, ...(values === undefined ? {} : { values }), isUnreachable, nextAttemptAt });
  }

  off(reason: ConnectionReason): void {
    this.#show({ is: 'off', reason });
    this.#cancelTimer();
  }

  #show(line: LinkState['line']): void {
    this.#line = line;
    this.#refresh();
  }

  #refresh(): void {
    const state = this.state;
    if (state.phase === 'live') this.#hasBeenLive = true;
    const now = this.#clock.monotonicMs();
    if (
      !isSame(state, this.#lastPublished) ||
      (state.lastSuccessAt !== this.#lastPublished?.lastSuccessAt &&
        now - this.#lastPublishedAtMs >= minPublishIntervalMs)
    ) {
      this.#lastPublished = state;
      this.#lastPublishedAtMs = now;
      this.#publish(state);
    }
    this.#armTimer(state);
  }

  /** Fires when a delayed `lastSuccessAt` is due, or when the data stops being fresh. */
  #armTimer(state: ConnectionState): void {
    this.#cancelTimer();
    const age = this.#ageMs();
    const waits: number[] = [];
    if (age !== null && age < freshnessLimitMs && state.phase !== 'signedOut') waits.push(freshnessLimitMs - age);
    if (state.lastSuccessAt !== this.#lastPublished?.lastSuccessAt) waits.push(minPublishIntervalMs);
    if (waits.length === 0) return;
    this.#cancelTimer = this.#clock.after(Math.max(1, Math.min(...waits)), () => {
      this.#refresh();
    });
  }

  /**
   * The larger of the two clocks: the monotonic one may have stood still during sleep, the wall clock may have been
   * set back. Too old is safe; too fresh would be wrong.
   */
  #ageMs(): number | null {
    if (this.#recordSuccess === null) return null;
    return Math.max(
      this.#clock.monotonicMs() - this.#recordSuccess.monotonicMs,
      this.#clock.now() - this.#recordSuccess.at,
    );
  }
}

function isFailingSince({ sources }: ConnectionState, name: keyof LinkState['sources']): number | null {
  return sources?.[name].failingSince ?? null;
}

function isSame(one: ConnectionState, other: ConnectionState | null): boolean {
  return (
    other !== null &&
    one.phase === other.phase &&
    one.reason === other.reason &&
    dequal(one.reasonValues, other.reasonValues) &&
    one.shortenedHoldMs === other.shortenedHoldMs &&
    one.nextAttemptAt === other.nextAttemptAt &&
    one.serverClockOffsetMs === other.serverClockOffsetMs &&
    isFailingSince(one, 'requests') === isFailingSince(other, 'requests') &&
    isFailingSince(one, 'agents') === isFailingSince(other, 'agents')
  );
}
