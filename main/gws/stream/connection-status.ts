import type { ConnectionReason, ConnectionState, SourceState } from '../../../preload/contract';
import type { Clock, Disposer } from '../../base/clock';
import { deriveConnectionState, freshnessLimitMs, type LinkState } from './derive-connection-state';
import type { StreamProblem } from './stream-problem';

const tellEveryMs = 1_000;
const neverRead: SourceState = { lastSuccessAt: null, failingSince: null };

/**
 * Keeps the facts about the line and tells what to show: at once when phase, reason or next attempt change, and at most
 * once a second when only the time of the last good exchange moved on. It wakes by itself at the moment freshness runs
 * out, so that `live` cannot outlast its promise through silence.
 */
export class ConnectionStatus {
  readonly #clock: Clock;
  readonly #tell: (connection: ConnectionState) => void;
  #line: LinkState['line'] = { is: 'off', reason: 'neverSignedIn' };
  #hasBeenLive = false;
  #recordSuccess: { readonly at: number; readonly monotonicMs: number } | null = null;
  #sources: LinkState['sources'] = { requests: neverRead, agents: neverRead };
  #serverClockOffsetMs = 0;
  #told: ConnectionState | null = null;
  #toldAtMs = Number.NEGATIVE_INFINITY;
  #cancelTimer: Disposer = () => undefined;

  constructor(clock: Clock, tell: (connection: ConnectionState) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  get state(): ConnectionState {
    const shown = deriveConnectionState({
      line: this.#line,
      hasBeenLive: this.#hasBeenLive,
      lastSuccessAt: this.#recordSuccess?.at ?? null,
      ageMs: this.#ageMs(),
      sources: this.#sources,
    });
    return this.#serverClockOffsetMs === 0 ? shown : { ...shown, serverClockOffsetMs: this.#serverClockOffsetMs };
  }

  opening(reason: 'starting' | 'signedIn'): void {
    this.#hasBeenLive = false;
    this.#recordSuccess = null;
    this.#sources = { requests: neverRead, agents: neverRead };
    this.#show({ is: 'opening', reason });
  }

  /** Another connection failed and this one takes its place: what is on the screen is as old as it was. */
  takeOver(failed: ConnectionStatus): void {
    this.#hasBeenLive = failed.#hasBeenLive;
    this.#recordSuccess = failed.#recordSuccess;
    this.#sources = { requests: neverRead, agents: failed.#sources.agents };
    this.#show({ is: 'down', reason: 'switchingServer', isUnreachable: false, nextAttemptAt: null });
  }

  /** A good exchange on the stream: what is on the screen is true as of now. */
  recordSuccess(): void {
    this.#recordSuccess = { at: this.#clock.now(), monotonicMs: this.#clock.monotonicMs() };
    this.#refresh();
  }

  /** What is known of a source beside the stream. */
  source(name: keyof LinkState['sources'], state: SourceState): void {
    this.#sources = { ...this.#sources, [name]: state };
    this.#refresh();
  }

  /** How far the clock that stamps what is said is ahead of this computer's. */
  setClockOffset(aheadMs: number): void {
    this.#serverClockOffsetMs = aheadMs;
    this.#refresh();
  }

  /** Time may have gone by unnoticed: what was armed for later is not relied on. */
  recheck(): void {
    this.#refresh();
  }

  /** How long ago the last good exchange was, no clock can say any more: until the next one, what is shown may be old. */
  invalidateAge(): void {
    if (this.#recordSuccess !== null)
      this.#recordSuccess = { ...this.#recordSuccess, monotonicMs: Number.NEGATIVE_INFINITY };
    this.#refresh();
  }

  up(isCaughtUp: boolean): void {
    this.#show({ is: 'up', isCaughtUp });
  }

  down(trouble: StreamProblem, nextAttemptAt: number | null): void {
    this.#show({ is: 'down', reason: trouble.reason, isUnreachable: trouble.isUnreachable, nextAttemptAt });
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
      !isSame(state, this.#told) ||
      (state.lastSuccessAt !== this.#told?.lastSuccessAt && now - this.#toldAtMs >= tellEveryMs)
    ) {
      this.#told = state;
      this.#toldAtMs = now;
      this.#tell(state);
    }
    this.#armTimer(state);
  }

  /** For the later of: telling a moved time that had to wait, and the end of freshness. */
  #armTimer(state: ConnectionState): void {
    this.#cancelTimer();
    const age = this.#ageMs();
    const waits: number[] = [];
    if (age !== null && age < freshnessLimitMs && state.phase !== 'signedOut') waits.push(freshnessLimitMs - age);
    if (state.lastSuccessAt !== this.#told?.lastSuccessAt) waits.push(tellEveryMs);
    if (waits.length === 0) return;
    this.#cancelTimer = this.#clock.after(Math.max(1, Math.min(...waits)), () => {
      this.#refresh();
    });
  }

  /**
   * The larger of the two clocks' answers: the monotonic one may have stood still while the machine slept, the wall
   * clock may have been set back. Erring towards old costs a moment of honesty, the other way a lie.
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
    one.nextAttemptAt === other.nextAttemptAt &&
    one.serverClockOffsetMs === other.serverClockOffsetMs &&
    isFailingSince(one, 'requests') === isFailingSince(other, 'requests') &&
    isFailingSince(one, 'agents') === isFailingSince(other, 'agents')
  );
}
