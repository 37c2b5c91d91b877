import type { AgentChat, Medium } from '../../../preload/contract';

interface Page {
  readonly chats: Readonly<Partial<Record<Medium, readonly AgentChat[]>>>;
  readonly readAt: number;
}

/** Milliseconds after which an agent's chats count as unknown instead of showing an old list. */
export const forgottenAfterMs = 120_000;

/** The chats of the agents, as last read, with the time of the read. */
export class AgentChatsCache {
  #pages = new Map<string, Page>();
  /** Time of the last attempt per agent, successful or not; it decides the order. */
  readonly #attemptedAt = new Map<string, number>();

  /** Returns `null` if they were never read or too long ago. */
  chatsOf(agentId: string, now: number): readonly AgentChat[] | null {
    const page = this.#pages.get(agentId);
    if (page === undefined || now - page.readAt >= forgottenAfterMs) return null;
    return Object.values(page.chats).flat();
  }

  readAt(agentId: string): number | null {
    return this.#pages.get(agentId)?.readAt ?? null;
  }

  recordAttempt(agentId: string, now: number): void {
    this.#attemptedAt.set(agentId, now);
  }

  /** Records a read. Media that the server did not report keep their last value. */
  read(agentId: string, chats: Page['chats'], now: number): void {
    this.recordAttempt(agentId, now);
    this.#pages.set(agentId, { chats: { ...this.#pages.get(agentId)?.chats, ...chats }, readAt: now });
  }

  /** Returns the agents by the time of the last attempt, oldest first; those never read come first. */
  inOrder(agentIds: readonly string[]): readonly string[] {
    const attemptedAt = (id: string): number => this.#attemptedAt.get(id) ?? Number.NEGATIVE_INFINITY;
    return [...agentIds].sort((one, other) => compare(attemptedAt(one), attemptedAt(other)));
  }

  /** Returns the agents without an attempt since `moment`. */
  notAttemptedSince(agentIds: readonly string[], moment: number): readonly string[] {
    return agentIds.filter((id) => (this.#attemptedAt.get(id) ?? Number.NEGATIVE_INFINITY) <= moment);
  }

  /**
   * Applies a notification that names the agents in a chat: corrects known lists without a read. Returns whether one
   * changed.
   */
  applyChat(chat: AgentChat, agentIds: ReadonlySet<string>): boolean {
    let isChanged = false;
    for (const [agentId, page] of this.#pages) {
      const known = page.chats[chat.medium] ?? [];
      const isListed = known.some(({ chatId }) => chatId === chat.chatId);
      if (isListed === agentIds.has(agentId)) continue;
      const chats = isListed ? known.filter(({ chatId }) => chatId !== chat.chatId) : [...known, chat];
      this.#pages.set(agentId, { ...page, chats: { ...page.chats, [chat.medium]: chats } });
      isChanged = true;
    }
    return isChanged;
  }

  keepOnly(agentIds: ReadonlySet<string>): void {
    this.#pages = new Map([...this.#pages].filter(([id]) => agentIds.has(id)));
    for (const id of this.#attemptedAt.keys()) if (!agentIds.has(id)) this.#attemptedAt.delete(id);
  }
}

/** The difference of two infinities is not a number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
