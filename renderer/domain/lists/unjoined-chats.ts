import type { Agent, AgentChat, Chat, Watch } from '../../../preload/contract';
import { isEnded } from './chat-state';

/** An active chat of a watched agent that the supervisor has not joined. */
export interface UnjoinedChat {
  readonly chatId: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly customerName: string | null;
  /** The supervisor left it. */
  readonly wasIn: boolean;
}

/** Milliseconds. A chat that began under a watch counts as missed if it was not joined in this time. */
export const joiningMs = 10_000;
/** Milliseconds. The list of an agent's chats may lag this far behind the end of a chat. */
const lagMs = 60_000;

export interface Floor {
  readonly watches: readonly Watch[];
  readonly agentById: (id: string) => Pick<Agent, 'name'> | undefined;
  /** The chats as far as they were ever reported. */
  readonly chatsOf: (agentId: string) => readonly AgentChat[];
  readonly chats: ReadonlyMap<string, Chat>;
  readonly now: number;
}

/**
 * Returns the unjoined chats of watched agents: a watch joins new chats, not running ones. A chat that began under the
 * watch gets some time to be joined.
 */
export function unjoinedChats({ watches, agentById, chatsOf, chats, now }: Floor): readonly UnjoinedChat[] {
  const isMissed = (chat: AgentChat, { since }: Watch): boolean =>
    chat.startedAt === null || chat.startedAt < since || now - chat.startedAt > joiningMs;
  return watches
    .filter(({ state }) => state !== 'lost')
    .flatMap((watch) => {
      const agent = agentById(watch.agentId);
      return chatsOf(watch.agentId).flatMap((chat) => {
        const own = chats.get(chat.chatId);
        if (own === undefined ? !isMissed(chat, watch) : !isEnded(own) || now - (own.endedAt ?? 0) < lagMs) return [];
        const { chatId, customerName } = chat;
        const wasIn = own !== undefined && own.state !== 'joinFailed';
        return [{ chatId, customerName, agentId: watch.agentId, agentName: agent?.name ?? '', wasIn }];
      });
    });
}
