import type { Chat, Mode, Watch, WatchScope } from '../../preload/contract';

export interface WatchWish {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
}

interface Kept {
  readonly watch: Watch;
  /** How many joins the ledger had counted when the watch was made: only later ones can be its own. */
  readonly madeAfterJoin: number;
}

/**
 * The standing wishes to join agents' coming chats. The server can neither be asked for them nor does it announce them,
 * so this list is what the server accepted in this session, made again when a session is replaced.
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

  put(wish: WatchWish, now: number, joins: number): void {
    const { agentId, mode, scope } = wish;
    this.#kept.set(agentId, { watch: { agentId, mode, scope, state: 'active', since: now }, madeAfterJoin: joins });
  }

  remove(agentId: string): boolean {
    return this.#kept.delete(agentId);
  }

  setState(agentId: string, state: Watch['state']): boolean {
    const kept = this.#kept.get(agentId);
    if (kept === undefined || kept.watch.state === state) return false;
    this.#kept.set(agentId, { ...kept, watch: { ...kept.watch, state } });
    return true;
  }

  /** The session in which they were made is gone; each is to be made again. */
  loseAll(): void {
    for (const agentId of this.#kept.keys()) this.setState(agentId, 'renewing');
  }

  clear(): void {
    this.#kept = new Map();
  }

  /** Ends the one-chat watch that brought the supervisor into this chat, if one did. */
  useUp(chat: Chat, join: { readonly order: number; readonly isByInvitation: boolean } | null): boolean {
    if (join === null || join.isByInvitation || chat.agentId === null) return false;
    const kept = this.#kept.get(chat.agentId);
    if (kept?.watch.scope !== 'nextChat' || join.order <= kept.madeAfterJoin) return false;
    return this.#kept.delete(chat.agentId);
  }
}
