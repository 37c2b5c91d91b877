import { dequal } from 'dequal/lite';
import type { Agent, Medium } from '../../preload/contract';
import type { ExpectedChat } from './ledger/record';

/** Agents of the last directory update, with their chats that the supervisor has not joined. */
export class AgentDirectory {
  #all: readonly Agent[] = [];

  get all(): readonly Agent[] {
    return this.#all;
  }

  /** Returns whether the directory changed. */
  replaceAll(agents: readonly Agent[]): boolean {
    if (dequal(agents, this.#all)) return false;
    this.#all = agents;
    return true;
  }

  mediumOf(chatId: string): Medium | null {
    return this.#all.flatMap((agent) => agent.chats ?? []).find((chat) => chat.chatId === chatId)?.medium ?? null;
  }

  namesIn(chatId: string, agentId: string): Pick<ExpectedChat, 'agentId' | 'agentName' | 'customerName'> {
    const agent = this.#all.find((candidate) => candidate.id === agentId);
    const customerName = agent?.chats?.find((candidate) => candidate.chatId === chatId)?.customerName ?? null;
    return { agentId, agentName: agent?.name ?? null, customerName };
  }

  clear(): void {
    this.#all = [];
  }
}
