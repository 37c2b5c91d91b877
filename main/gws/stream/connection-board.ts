import type { ConnectionReason, ConnectionState, SourceState } from '../../../preload/contract';
import type { Clock, Undo } from '../../base/clock';
import { connectionShown, freshMs, type LineFacts } from './connection-shown';
import type { Trouble } from './trouble';

const tellEveryMs = 1_000;
const neverRead: SourceState = { lastGoodAt: null, failingSince: null };

/**
 * Keeps the facts about the line and tells what to show: at once when phase, reason or next attempt change, and at most
 * once a second when only the time of the last good exchange moved on. It wakes by itself at the moment freshness runs
 * out, so that `live` cannot outlast its promise through silence.
 */
export class ConnectionBoard {
  readonly #clock: Clock;
  readonly #tell: (connection: ConnectionState) => void;
  #line: LineFacts['line'] = { is: 'off', reason: 'neverSignedIn' };
  #hasBeenLive = false;
  #good: { readonly at: number; readonly monotonicMs: number } | null = null;
  #sources: LineFacts['sources'] = { requests: neverRead, agents: neverRead };
  #serverAheadMs = 0;
  #told: ConnectionState | null = null;
  #toldAtMs = Number.NEGATIVE_INFINITY;
  #cancelTimer: Undo = () => undefined;

  constructor(clock: Clock, tell: (connection: ConnectionState) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  get state(): ConnectionState {
    const shown = connectionShown({
      line: this.#line,
      hasBeenLive: this.#hasBeenLive,
      lastGoodAt: this.#good?.at ?? null,
      ageMs: this.#ageMs(),
      sources: this.#sources,
    });
    return this.#serverAheadMs === 0 ? shown : { ...shown, serverAheadMs: this.#serverAheadMs };
  }

  opening(reason: 'starting' | 'signedIn'): void {
    this.#hasBeenLive = false;
    this.#good = null;
    this.#sources = { requests: neverRead, agents: neverRead };
    this.#show({ is: 'opening', reason });
  }

  /** Another connection failed and this one takes its place: what is on the screen is as old as it was. */
  takeOver(failed: ConnectionBoard): void {
    this.#hasBeenLive = failed.#hasBeenLive;
    this.#good = failed.#good;
    this.#sources = { requests: neverRead, agents: failed.#sources.agents };
    this.#show({ is: 'down', reason: 'switchingServer', isUnreachable: false, nextAttemptAt: null });
  }

  /** A good exchange on the stream: what is on the screen is true as of now. */
  good(): void {
    this.#good = { at: this.#clock.now(), monotonicMs: this.#clock.monotonicMs() };
    this.#refresh();
  }

  /** What is known of a source beside the stream. */
  source(name: keyof LineFacts['sources'], state: SourceState): void {
    this.#sources = { ...this.#sources, [name]: state };
    this.#refresh();
  }

  /** How far the clock that stamps what is said is ahead of this computer's. */
  serverAhead(aheadMs: number): void {
    this.#serverAheadMs = aheadMs;
    this.#refresh();
  }

  /** Time may have gone by unnoticed: what was armed for later is not relied on. */
  lookAgain(): void {
    this.#refresh();
  }

  /** How long ago the last good exchange was, no clock can say any more: until the next one, what is shown may be old. */
  clocksParted(): void {
    if (this.#good !== null) this.#good = { ...this.#good, monotonicMs: Number.NEGATIVE_INFINITY };
    this.#refresh();
  }

  up(isCaughtUp: boolean): void {
    this.#show({ is: 'up', isCaughtUp });
  }

  down(trouble: Trouble, nextAttemptAt: number | null): void {
    this.#show({ is: 'down', reason: trouble.reason, isUnreachable: trouble.isUnreachable, nextAttemptAt });
  }

  off(reason: ConnectionReason): void {
    this.#show({ is: 'off', reason });
    this.#cancelTimer();
  }

  #show(line: LineFacts['line']): void {
    this.#line = line;
    this.#refresh();
  }

  #refresh(): void {
    const state = this.state;
    if (state.phase === 'live') this.#hasBeenLive = true;
    const now = this.#clock.monotonicMs();
    if (
      !isSame(state, this.#told) ||
      (state.lastGoodAt !== this.#told?.lastGoodAt && now - this.#toldAtMs >= tellEveryMs)
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
    if (age !== null && age < freshMs && state.phase !== 'signedOut') waits.push(freshMs - age);
    if (state.lastGoodAt !== this.#told?.lastGoodAt) waits.push(tellEveryMs);
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
    if (this.#good === null) return null;
    return Math.max(this.#clock.monotonicMs() - this.#good.monotonicMs, this.#clock.now() - this.#good.at);
  }
}

function isFailingSince({ sources }: ConnectionState, name: keyof LineFacts['sources']): number | null {
  return sources?.[name].failingSince ?? null;
}

function isSame(one: ConnectionState, other: ConnectionState | null): boolean {
  return (
    other !== null &&
    one.phase === other.phase &&
    one.reason === other.reason &&
    one.nextAttemptAt === other.nextAttemptAt &&
    one.serverAheadMs === other.serverAheadMs &&
    isFailingSince(one, 'requests') === isFailingSince(other, 'requests') &&
    isFailingSince(one, 'agents') === isFailingSince(other, 'agents')
  );
}
