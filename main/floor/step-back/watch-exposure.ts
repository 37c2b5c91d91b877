import type { Medium, Mode, WatchScope } from '../../../preload/contract';
import type { Clock, Disposer } from '../../base/clock';

interface Watched {
  readonly agentId: string;
  readonly medium: Medium;
}

interface WatchKind {
  readonly mode: Mode;
  readonly scope: WatchScope;
}

interface PossibleWatch extends WatchKind {
  /** Monotonic milliseconds of the acceptance; `null` while the outcome is unknown. */
  readonly acceptedAtMs: number | null;
}

/** Milliseconds by which an event about an earlier join may follow the acceptance of another watch. */
const lateEventMs = 30_000;

/**
 * Watches that the server may hold, by agent and medium. The server cannot be queried for them. A request with unknown
 * outcome may have replaced the previous watch: then both are possible until a later request is answered. The watch
 * list shows what was accepted; this shows what may join the next chat.
 */
export class WatchExposure {
  readonly #possible = new Map<string, readonly PossibleWatch[]>();
  readonly #listeners = new Set<() => void>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  subscribe(listener: () => void): Disposer {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Returns the agents for whom the server may hold a visible watch, with the media. */
  visible(isVisible: (mode: Mode) => boolean): ReadonlyMap<string, readonly Medium[]> {
    const agents = new Map<string, Medium[]>();
    for (const [key, watches] of this.#possible) {
      if (!watches.some(({ mode }) => isVisible(mode))) continue;
      const { agentId, medium } = JSON.parse(key) as Watched;
      agents.set(agentId, [...(agents.get(agentId) ?? []), medium]);
    }
    return agents;
  }

  /** Returns what the server may hold for one agent. */
  possible(agentId: string): ReadonlyMap<Medium, readonly PossibleWatch[]> {
    const media: readonly Medium[] = ['chat', 'sms'];
    return new Map(media.map((medium) => [medium, this.#of(keyOf({ agentId, medium }))]));
  }

  /**
   * Records a request that is sent now. Returns a function that restores the previous state after a definite refusal.
   */
  requested(watched: Watched, { mode, scope }: WatchKind): () => void {
    const key = keyOf(watched);
    const added: PossibleWatch = { mode, scope, acceptedAtMs: null };
    this.#set(key, [...this.#of(key), added]);
    return () => {
      this.#set(
        key,
        this.#of(key).filter((watch) => watch !== added),
      );
    };
  }

  accepted(watched: Watched, { mode, scope }: WatchKind): void {
    this.#set(keyOf(watched), [{ mode, scope, acceptedAtMs: this.#clock.monotonicMs() }]);
  }

  ended(watched: Watched): void {
    this.#set(keyOf(watched), []);
  }

  /**
   * Records that a `nextChat` watch appears to have joined its chat in this mode. Returns false if another watch may
   * have done so; then all remain possible.
   */
  consumed(watched: Watched, mode: Mode | null): boolean {
    const key = keyOf(watched);
    const [only, ...others] = this.#of(key);
    if (only === undefined) return true;
    const isOld = only.acceptedAtMs !== null && this.#clock.monotonicMs() - only.acceptedAtMs > lateEventMs;
    if (others.length > 0 || only.scope !== 'nextChat' || only.mode !== mode || !isOld) return false;
    this.#set(key, []);
    return true;
  }

  /** Clears everything: watches end with their server session. */
  clear(): void {
    this.#possible.clear();
    this.#notify();
  }

  #of(key: string): readonly PossibleWatch[] {
    return this.#possible.get(key) ?? [];
  }

  #set(key: string, watches: readonly PossibleWatch[]): void {
    if (watches.length === 0) this.#possible.delete(key);
    else this.#possible.set(key, watches);
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function keyOf({ agentId, medium }: Watched): string {
  return JSON.stringify({ agentId, medium });
}
