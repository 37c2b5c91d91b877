import type { Medium, Mode, WatchScope } from '../../../preload/contract';
import type { Clock, Disposer as Disposer } from '../../base/clock';

interface Watched {
  readonly agentId: string;
  readonly medium: Medium;
}

interface WatchKind {
  readonly mode: Mode;
  readonly scope: WatchScope;
}

interface PossibleWatch extends WatchKind {
  /** When the server accepted it, on the monotonic clock; `null` while its outcome is not known. */
  readonly acceptedAtMs: number | null;
}

/** An event about a chat that was joined before may arrive this long after the server accepted another watch. */
const lateEventMs = 30_000;

/**
 * The watches that the server may hold, by agent and medium. The server can't be asked for them, and a request whose outcome
 * is unknown may have replaced the watch before it: then both are possible until a later request is answered. The list of
 * watches shows what was accepted; this is what may join the next chat.
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

  /** Agents for whom the server may hold a watch in a mode that makes the supervisor visible, with the media. */
  visible(isVisible: (mode: Mode) => boolean): ReadonlyMap<string, readonly Medium[]> {
    const agents = new Map<string, Medium[]>();
    for (const [key, watches] of this.#possible) {
      if (!watches.some(({ mode }) => isVisible(mode))) continue;
      const { agentId, medium } = JSON.parse(key) as Watched;
      agents.set(agentId, [...(agents.get(agentId) ?? []), medium]);
    }
    return agents;
  }

  /** What the server may hold for one agent. */
  possible(agentId: string): ReadonlyMap<Medium, readonly PossibleWatch[]> {
    const media: readonly Medium[] = ['chat', 'sms'];
    return new Map(media.map((medium) => [medium, this.#of(keyOf({ agentId, medium }))]));
  }

  /** A request for this watch leaves now. Returns what restores the state before, for a definite refusal. */
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
   * A watch for one chat seems to have joined it, in this mode. Returns false where another watch may have done so, as the one
   * before it: then all remain possible.
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

  /** Watches end with the server session that held them. */
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
