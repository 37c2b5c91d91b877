import type { Agent, Medium } from '../../preload/contract';
import type { ExpectedChat } from './ledger/record';
import { isSameValue } from './same-value';

/** Who is on the floor, as the directory last told, and what it tells of chats one is not in. */
export class AgentDirectory {
  #all: readonly Agent[] = [];

  get all(): readonly Agent[] {
    return this.#all;
  }

  /** True when the directory told something new. */
  replaceAll(agents: readonly Agent[]): boolean {
    if (isSameValue(agents, this.#all)) return false;
    this.#all = agents;
    return true;
  }

  mediumOf(chatId: string): Medium | null {
    return this.#all.flatMap((agent) => agent.chats ?? []).find((chat) => chat.chatId === chatId)?.medium ?? null;
  }

  namesIn(chatId: string, agentId: string): Pick<ExpectedChat, 'agentId' | 'agentName' | 'customerName'> {
    const agent = this.#all.find((one) => one.id === agentId);
    const customerName = agent?.chats?.find((one) => one.chatId === chatId)?.customerName ?? null;
    return { agentId, agentName: agent?.name ?? null, customerName };
  }

  clear(): void {
    this.#all = [];
  }
}
