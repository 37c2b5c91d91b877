import type { AgentChat, Medium } from '../../../preload/contract';

interface Page {
  readonly chats: Readonly<Partial<Record<Medium, readonly AgentChat[]>>>;
  readonly readAt: number;
}

/** Whoever was not asked for this long may have other chats by now: nothing is known rather than something old. */
export const forgottenAfterMs = 120_000;

/** Which chats the agents have, as far as it was read, and when. */
export class AgentChatsBook {
  #pages = new Map<string, Page>();
  /** When each was last asked about, with whatever result: who comes next is decided by it. */
  readonly #askedAt = new Map<string, number>();

  /** `null`: never read, or too long ago. */
  chatsOf(agentId: string, now: number): readonly AgentChat[] | null {
    const page = this.#pages.get(agentId);
    if (page === undefined || now - page.readAt >= forgottenAfterMs) return null;
    return Object.values(page.chats).flat();
  }

  readAt(agentId: string): number | null {
    return this.#pages.get(agentId)?.readAt ?? null;
  }

  asked(agentId: string, now: number): void {
    this.#askedAt.set(agentId, now);
  }

  /** Media that were not told stay as they were. */
  read(agentId: string, chats: Page['chats'], now: number): void {
    this.asked(agentId, now);
    this.#pages.set(agentId, { chats: { ...this.#pages.get(agentId)?.chats, ...chats }, readAt: now });
  }

  /** The longest ago first, and before them those that were never asked about. */
  inOrder(agentIds: readonly string[]): readonly string[] {
    const askedAt = (id: string): number => this.#askedAt.get(id) ?? Number.NEGATIVE_INFINITY;
    return [...agentIds].sort((one, other) => compare(askedAt(one), askedAt(other)));
  }

  /** Those not asked about since then. */
  notAskedSince(agentIds: readonly string[], moment: number): readonly string[] {
    return agentIds.filter((id) => (this.#askedAt.get(id) ?? Number.NEGATIVE_INFINITY) <= moment);
  }

  /**
   * A notification names the agents in a chat: where their lists are known, they are corrected without being read. True when one was.
   */
  told(chat: AgentChat, agentIds: ReadonlySet<string>): boolean {
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
    for (const id of this.#askedAt.keys()) if (!agentIds.has(id)) this.#askedAt.delete(id);
  }
}

/** Two infinities have no difference. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
