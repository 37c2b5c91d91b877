import type { Agent, AgentChat, Chat, Watch } from '../../preload/contract';
import { isEnded } from './chat-state';

/** An active chat of a watched agent that the supervisor is not in. */
export interface UnjoinedChat {
  readonly chatId: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly customerName: string | null;
  /** The supervisor was in it and is not any more. */
  readonly wasIn: boolean;
}

/** How long a chat that began under a watch may take to be joined before it counts as missed. */
export const joiningMs = 10_000;
/** How long the list of an agent's chats may lag behind the end of one. */
const lagMs = 60_000;

export interface Floor {
  readonly watches: readonly Watch[];
  readonly agentById: (id: string) => Pick<Agent, 'name'> | undefined;
  /** As far as they were told at some time. */
  readonly chatsOf: (agentId: string) => readonly AgentChat[];
  readonly chats: ReadonlyMap<string, Chat>;
  readonly now: number;
}

/**
 * The chats that nobody is shown although their agents are watched: a watch brings what begins from now on, not what goes on
 * already. A chat that began under the watch is given a moment to come by itself.
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
