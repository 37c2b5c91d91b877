import type { Agent, Chat } from '../../../preload/contract';
import { isAgentSignedIn } from './orphans';
import type { ChatTrace } from './traces/chat-trace';

/**
 * Tracks since when each chat has no agent: from the time of the reported leave, otherwise from when the absence was
 * noticed. The latter applies only to agents who were present before.
 */
export class AgentlessChats {
  readonly #since = new Map<string, number>();
  #seenThere = new Set<string>();

  /** Stores which agents are signed in now and may sign out later. */
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
    // A chat that never had an agent is waiting for its first one.
    if (agents.length === 0) return chat.agentId !== null || lastAgent !== null;
    return agents.every(({ userId }) => {
      const agent = userId === null ? undefined : agentById(userId);
      return agent !== undefined && !isAgentSignedIn(agent) && this.#seenThere.has(agent.id);
    });
  }
}
