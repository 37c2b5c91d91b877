import type { Medium, Mode } from '../../../preload/contract';
import type { Undo as Disposer } from '../../base/clock';

interface Watched {
  readonly agentId: string;
  readonly medium: Medium;
}

/**
 * The modes in which the server may hold a watch, by agent and medium. The server can't be asked for its watches, and a
 * request whose outcome is unknown may have replaced the watch before it: then both modes are possible until a later
 * request is answered. The list of watches shows what was accepted; this is what may join the next chat.
 */
export class WatchExposure {
  readonly #possible = new Map<string, ReadonlySet<Mode>>();
  readonly #listeners = new Set<() => void>();

  subscribe(listener: () => void): Disposer {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Agents for whom the server may hold a watch in a mode that makes the supervisor visible, with the media. */
  visible(isVisible: (mode: Mode) => boolean): ReadonlyMap<string, readonly Medium[]> {
    const agents = new Map<string, Medium[]>();
    for (const [key, modes] of this.#possible) {
      if (![...modes].some(isVisible)) continue;
      const { agentId, medium } = JSON.parse(key) as Watched;
      agents.set(agentId, [...(agents.get(agentId) ?? []), medium]);
    }
    return agents;
  }

  /** A request to watch in this mode leaves now. Returns what restores the state before, for a definite refusal. */
  requested(watched: Watched, mode: Mode): () => void {
    const key = keyOf(watched);
    const before = this.#possible.get(key);
    this.#set(key, new Set([...(before ?? []), mode]));
    return () => {
      this.#set(key, before);
    };
  }

  accepted(watched: Watched, mode: Mode): void {
    this.#set(keyOf(watched), new Set([mode]));
  }

  /** The server ended the watch, or its one chat was joined. */
  ended(watched: Watched): void {
    this.#set(keyOf(watched), undefined);
  }

  /** Watches end with the server session that held them. */
  clear(): void {
    this.#possible.clear();
    this.#notify();
  }

  #set(key: string, modes: ReadonlySet<Mode> | undefined): void {
    if (modes === undefined) this.#possible.delete(key);
    else this.#possible.set(key, modes);
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function keyOf({ agentId, medium }: Watched): string {
  return JSON.stringify({ agentId, medium });
}
