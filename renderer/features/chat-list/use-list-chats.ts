import { computed } from 'vue';
import type { Chat } from '../../../preload/contract';
import { wantedOrder } from '../../domain/chat-order';
import type { PlacedChat } from '../../domain/chat-order';
import { groupOf } from '../../domain/chat-state';
import { lastLine } from '../../domain/last-line';
import type { LastLine } from '../../domain/last-line';
import { waitingSince } from '../../domain/waiting';
import { useAgentsStore } from '../../stores/agents.store';
import { useChatsStore } from '../../stores/chats.store';

/** What a row shows that does not change with the clock alone. */
export interface ListedChat {
  readonly chat: Chat;
  readonly waitingSince: number | null;
  readonly line: LastLine | null;
  readonly typing: string | null;
  readonly unread: number;
  readonly group: string | null;
}

/** The chats of the floor with what the list says of each, and the order they should be in. */
export function useListChats(search: () => string) {
  const chats = useChatsStore();
  const agents = useAgentsStore();

  const listed = computed<ReadonlyMap<string, ListedChat>>(() => {
    const all = new Map<string, ListedChat>();
    for (const chat of chats.chats.values()) {
      const transcript = chats.transcripts.get(chat.id);
      const entries = transcript?.entries ?? [];
      all.set(chat.id, {
        chat,
        waitingSince: waitingSince(chat, entries),
        line: lastLine(entries),
        typing: transcript?.typing.find(({ kind }) => kind === 'customer' || kind === 'agent')?.nickname ?? null,
        unread: chats.unreadOf(chat.id),
        group: chat.agentId === null ? null : (agents.agentById(chat.agentId)?.groups[0] ?? null),
      });
    }
    return all;
  });

  const wanted = computed<readonly PlacedChat[]>(() => {
    const words = fold(search()).split(/\s+/u).filter(Boolean);
    const found = [...listed.value.values()].filter((one) => {
      const text = fold([one.chat.customerName, one.chat.agentName, one.group, one.line?.text].join(' '));
      return words.every((word) => text.includes(word));
    });
    return wantedOrder(
      found.map(({ chat, waitingSince: since }) => ({
        id: chat.id,
        group: groupOf(chat),
        waitingSince: since,
        firstSeenAt: chat.firstSeenAt,
        endedAt: chat.endedAt,
      })),
    );
  });

  return { listed, wanted };
}

/** Letters without case and accents: "fernandez" finds Fernández. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}
