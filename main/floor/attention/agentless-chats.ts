import type { Agent, Chat } from '../../../preload/contract';
import { isAgentSignedIn } from './orphans';
import type { ChatTrace } from './traces/chat-trace';

/**
 * Remembers since when each chat is without an agent. A leaving that was told says when it was; otherwise it counts from the
 * moment at which it was seen, and only for agents who were seen to be there before.
 */
export class AgentlessChats {
  readonly #since = new Map<string, number>();
  #seenThere = new Set<string>();

  /** Whoever is there now, and may sign out later. */
  recordAgents(agents: readonly Agent[]): void {
    for (const agent of agents) if (isAgentSignedIn(agent)) this.#seenThere.add(agent.id);
  }

  forget(chatId: string): void {
    this.#since.delete(chatId);
  }

  clear(): void {
    this.#since.clear();
    this.#seenThere = new Set();
  }

  aloneSince(
    chat: Chat,
    { handovers }: ChatTrace,
    agentById: (id: string) => Agent | undefined,
    now: number,
  ): number | null {
    if (!this.#isAlone(chat, handovers.last, agentById)) {
      this.#since.delete(chat.id);
      return null;
    }
    const since = this.#since.get(chat.id) ?? handovers.aloneSince ?? now;
    this.#since.set(chat.id, since);
    return since;
  }

  #isAlone(chat: Chat, lastAgent: string | null, agentById: (id: string) => Agent | undefined): boolean {
    if (chat.participants.length === 0) return false;
    const agents = chat.participants.filter(({ kind }) => kind === 'agent');
    // A chat that never had an agent is one that waits for its first.
    if (agents.length === 0) return chat.agentId !== null || lastAgent !== null;
    return agents.every(({ userId }) => {
      const agent = userId === null ? undefined : agentById(userId);
      return agent !== undefined && !isAgentSignedIn(agent) && this.#seenThere.has(agent.id);
    });
  }
}
