import { computed } from 'vue';
import type { Chat, ChatAttention, TypingParticipant } from '../../../preload/contract';
import { foldText } from '../../../preload/contract/text/fold-text';
import { wantedOrder } from '../../domain/chat-order';
import type { ListGroup, PlacedChat } from '../../domain/chat-order';
import { groupOf } from '../../domain/chat-state';
import { lastLine } from '../../domain/last-line';
import type { LastLine } from '../../domain/last-line';
import { waitingSince } from '../../domain/waiting';
import { useAgentsStore } from '../../stores/agents.store';
import { useAttentionStore } from '../../stores/attention.store';
import { useChatsStore } from '../../stores/chats.store';

/** What a row shows that does not change with the clock alone. */
export interface ListedChat {
  readonly chat: Chat;
  readonly waitingSince: number | null;
  readonly line: LastLine | null;
  readonly typing: TypingParticipant | null;
  readonly unread: number;
  readonly group: string | null;
  readonly attention: ChatAttention | null;
}

/** A chat somebody should join: its agent is gone, and it is known from the agent's list only. */
export type Orphan = ChatAttention & { readonly unjoined: NonNullable<ChatAttention['unjoined']> };

/** The chats of the floor with what the list says of each, and the order they should be in. */
export function useListChats(search: () => string) {
  const chats = useChatsStore();
  const agents = useAgentsStore();
  const attention = useAttentionStore();

  const listed = computed<ReadonlyMap<string, ListedChat>>(() => {
    const all = new Map<string, ListedChat>();
    for (const chat of chats.chats.values()) {
      const { entries = [], gaps = [], typing = [] } = chats.transcripts.get(chat.id) ?? {};
      all.set(chat.id, {
        chat,
        waitingSince: waitingSince(chat, entries, gaps),
        line: lastLine(entries),
        typing: typing.find(({ kind }) => kind === 'customer' || kind === 'agent') ?? null,
        unread: chats.unreadOf(chat.id),
        group: chat.agentId === null ? null : (agents.agentById(chat.agentId)?.groups[0] ?? null),
        attention: attention.byChat.get(chat.id) ?? null,
      });
    }
    return all;
  });

  const orphans = computed<ReadonlyMap<string, Orphan>>(() => {
    const found = attention.order.filter((one): one is Orphan => one.unjoined !== null);
    return new Map(found.map((one) => [one.chatId, one]));
  });

  const urgency = computed(() => new Map(attention.order.map(({ chatId }, place) => [chatId, place])));

  const wanted = computed<readonly PlacedChat[]>(() => {
    const words = foldText(search()).split(/\s+/u).filter(Boolean);
    const isFound = (texts: readonly (string | null | undefined)[]): boolean => {
      const text = foldText(texts.join(' '));
      return words.every((word) => text.includes(word));
    };
    const found = [...listed.value.values()].filter(({ chat, group, line }) =>
      isFound([chat.customerName, chat.agentName, group, line?.text]),
    );
    const left = [...orphans.value.values()].filter(({ unjoined }) =>
      isFound([unjoined.customerName, unjoined.agentName]),
    );
    return wantedOrder([
      ...found
        .filter(({ chat }) => !orphans.value.has(chat.id))
        .map(({ chat }) => ({
          id: chat.id,
          group: placeOf(chat),
          urgency: urgency.value.get(chat.id) ?? null,
          firstSeenAt: chat.firstSeenAt,
          endedAt: chat.endedAt,
        })),
      ...left.map(({ chatId }) => ({
        id: chatId,
        group: 'needsYou' as const,
        urgency: urgency.value.get(chatId) ?? null,
        firstSeenAt: 0,
        endedAt: null,
      })),
    ]);
  });

  function placeOf(chat: Chat): ListGroup {
    const group = groupOf(chat);
    return group === 'live' && urgency.value.has(chat.id) ? 'needsYou' : group;
  }

  return { listed, orphans, wanted };
}
