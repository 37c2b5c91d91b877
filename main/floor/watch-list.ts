import type { Chat, Medium, Mode, Watch, WatchScope } from '../../preload/contract';

export interface WatchSpec {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
  readonly nickname: string;
}

interface Kept {
  readonly watch: Watch;
  /** Number of joins when the watch was requested; only later joins can be its own. */
  readonly madeAfterJoin: number;
}

/**
 * Effect of a join on a `nextChat` watch. `partly`: the server still waits for the agent's next chat by another medium.
 */
type Use = 'none' | 'partly' | 'whole';

/**
 * Watches that the server accepted in this session; requested again when a session is replaced. The server neither
 * reports them nor can be queried. The server holds one watch for each medium; here they are one watch with its media.
 */
export class WatchList {
  #kept = new Map<string, Kept>();

  get all(): readonly Watch[] {
    return [...this.#kept.values()].map((kept) => kept.watch);
  }

  has(agentId: string): boolean {
    return this.#kept.has(agentId);
  }

  get(agentId: string): Watch | null {
    return this.#kept.get(agentId)?.watch ?? null;
  }

  put(spec: WatchSpec, media: readonly Medium[], made: { readonly at: number; readonly afterJoin: number }): void {
    const { agentId, mode, scope, nickname } = spec;
    const watch: Watch = { agentId, mode, scope, nickname, media, state: 'active', since: made.at };
    this.#kept.set(agentId, { watch, madeAfterJoin: made.afterJoin });
  }

  remove(agentId: string): void {
    this.#kept.delete(agentId);
  }

  change(agentId: string, change: Partial<Pick<Watch, 'state' | 'media'>>): void {
    const kept = this.#kept.get(agentId);
    if (kept !== undefined) this.#kept.set(agentId, { ...kept, watch: { ...kept.watch, ...change } });
  }

  /** Marks every watch as `renewing` after the loss of its session. */
  markAllRenewing(): void {
    for (const agentId of this.#kept.keys()) this.change(agentId, { state: 'renewing' });
  }

  clear(): void {
    this.#kept = new Map();
  }

  /** Consumes the `nextChat` watch that joined this chat, if any. */
  consume(chat: Chat, join: { readonly order: number; readonly isByInvitation: boolean } | null): Use {
    if (join === null || join.isByInvitation || chat.agentId === null) return 'none';
    const kept = this.#kept.get(chat.agentId);
    if (kept?.watch.scope !== 'nextChat' || join.order <= kept.madeAfterJoin) return 'none';
    const rest = kept.watch.media.filter((medium) => medium !== chat.medium);
    if (rest.length === kept.watch.media.length) return 'none';
    if (rest.length > 0) this.change(chat.agentId, { media: rest });
    else this.#kept.delete(chat.agentId);
    return rest.length > 0 ? 'partly' : 'whole';
  }
}
