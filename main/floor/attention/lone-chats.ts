import type { Agent } from '../../../preload/contract';
import type { FollowedChat } from './chat-book';
import { isThere } from './orphans';

/**
 * Remembers since when each chat is without an agent. A leaving that was told says when it was; otherwise it counts from the
 * moment at which it was seen, and only for agents who were seen to be there before.
 */
export class LoneChats {
  readonly #since = new Map<string, number>();
  #seenThere = new Set<string>();

  /** Whoever is there now, and may sign out later. */
  noteAgents(agents: readonly Agent[]): void {
    for (const agent of agents) if (isThere(agent)) this.#seenThere.add(agent.id);
  }

  forget(chatId: string): void {
    this.#since.delete(chatId);
  }

  clear(): void {
    this.#since.clear();
    this.#seenThere = new Set();
  }

  aloneSince(followed: FollowedChat, agentById: (id: string) => Agent | undefined, now: number): number | null {
    const { chat, trace } = followed;
    if (!this.#isAlone(followed, agentById)) {
      this.#since.delete(chat.id);
      return null;
    }
    const since = this.#since.get(chat.id) ?? trace.handovers.aloneSince ?? now;
    this.#since.set(chat.id, since);
    return since;
  }

  #isAlone({ chat, trace }: FollowedChat, agentById: (id: string) => Agent | undefined): boolean {
    if (chat.participants.length === 0) return false;
    const agents = chat.participants.filter(({ kind }) => kind === 'agent');
    // A chat that never had an agent is one that waits for its first.
    if (agents.length === 0) return chat.agentId !== null || trace.handovers.last !== null;
    return agents.every(({ userId }) => {
      const agent = userId === null ? undefined : agentById(userId);
      return agent !== undefined && !isThere(agent) && this.#seenThere.has(agent.id);
    });
  }
}
