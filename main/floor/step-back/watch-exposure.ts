import type { Medium, Mode, WatchScope } from '../../../preload/contract';
import type { Undo as Disposer } from '../../base/clock';

interface Watched {
  readonly agentId: string;
  readonly medium: Medium;
}

interface PossibleWatch {
  readonly mode: Mode;
  readonly scope: WatchScope;
}

/**
 * The watches that the server may hold, by agent and medium. The server can't be asked for them, and a request whose outcome
 * is unknown may have replaced the watch before it: then both are possible until a later request is answered. The list of
 * watches shows what was accepted; this is what may join the next chat.
 */
export class WatchExposure {
  readonly #possible = new Map<string, readonly PossibleWatch[]>();
  readonly #listeners = new Set<() => void>();

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
  requested(watched: Watched, { mode, scope }: PossibleWatch): () => void {
    const key = keyOf(watched);
    const added: PossibleWatch = { mode, scope };
    this.#set(key, [...this.#of(key), added]);
    return () => {
      this.#set(
        key,
        this.#of(key).filter((watch) => watch !== added),
      );
    };
  }

  accepted(watched: Watched, { mode, scope }: PossibleWatch): void {
    this.#set(keyOf(watched), [{ mode, scope }]);
  }

  ended(watched: Watched): void {
    this.#set(keyOf(watched), []);
  }

  /**
   * A watch for one chat has joined it. Returns false where more than one watch is possible: then nobody knows which of them
   * joined, and all remain possible.
   */
  consumed(watched: Watched): boolean {
    const key = keyOf(watched);
    const [only, ...others] = this.#of(key);
    if (only === undefined) return true;
    if (others.length > 0 || only.scope !== 'nextChat') return false;
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
