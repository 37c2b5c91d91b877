import type { AgentChat, AppError } from '../../../preload/contract';
import type { RestClient } from '../api/rest-client';
import type { AgentChatsCache } from './agent-chats-cache';
import type { AgentChatsReader } from './agent-chats-reader';

/** At the end of a shift many agents sign out at once: the rest wait for the next round. */
const maxReadsPerRound = 10;
/** Milliseconds. Later the chats of such an agent are not reported as orphaned, so they need no more reads. */
const followedForMs = 15 * 60_000;

export interface LeftBehindOptions {
  readonly cache: AgentChatsCache;
  readonly reader: AgentChatsReader;
  readonly caller: RestClient;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly mayGoOn: () => boolean;
  readonly failed: (error: AppError) => void;
}

/**
 * Follows the chats of agents who signed out until none is listed with them: a chat that was passed on or ended leaves their list,
 * and nothing else informs the supervisor, who is not in it. Chats that were not read since the agent left are not known.
 */
export class LeftBehind {
  readonly #options: LeftBehindOptions;
  readonly #leftAt = new Map<string, number>();
  /** Nothing is listed with them any more. */
  readonly #settled = new Set<string>();

  constructor(options: LeftBehindOptions) {
    this.#options = options;
  }

  follow(agentIds: readonly string[]): void {
    for (const id of agentIds) {
      this.#leftAt.set(id, this.#options.now());
      this.#settled.delete(id);
    }
  }

  /** Those who signed in again or are no longer in the directory are not followed any more. */
  keepOnly(gone: ReadonlySet<string>): void {
    for (const id of this.#leftAt.keys()) {
      if (gone.has(id)) continue;
      this.#leftAt.delete(id);
      this.#settled.delete(id);
    }
  }

  isFollowed(agentId: string): boolean {
    return this.#leftAt.has(agentId);
  }

  /** `undefined`: not known. */
  chatsOf(agentId: string): readonly AgentChat[] | undefined {
    const { cache, now } = this.#options;
    if (this.#settled.has(agentId)) return [];
    const leftAt = this.#leftAt.get(agentId);
    const readAt = cache.readAt(agentId);
    if (leftAt === undefined || readAt === null || readAt < leftAt) return undefined;
    return cache.chatsOf(agentId, now()) ?? undefined;
  }

  async read(): Promise<void> {
    const { cache, reader, caller, mayGoOn, failed } = this.#options;
    const open = [...this.#leftAt].filter(([id, leftAt]) => this.#isOpen(id, leftAt)).map(([id]) => id);
    for (const id of cache.inOrder(open).slice(0, maxReadsPerRound)) {
      if (!mayGoOn() || reader.isSupported === false) return;
      const problem = await reader.readAgent(caller, id);
      if (problem !== null) failed(problem);
      if (this.chatsOf(id)?.length === 0) this.#settled.add(id);
    }
  }

  #isOpen(agentId: string, leftAt: number): boolean {
    return this.#options.now() - leftAt < followedForMs && !this.#settled.has(agentId);
  }
}
