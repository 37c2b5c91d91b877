import { computed, type ComputedRef } from 'vue';
import type { Chat, ChatAttention, TypingParticipant } from '../../../preload/contract';
import { exposureIn } from '../../../preload/contract/exposure';
import { foldText } from '../../../preload/contract/text/fold-text';
import { targetOrder } from '../../domain/lists/chat-order';
import type { ListGroup, OrderedChat, Section } from '../../domain/lists/chat-order';
import { groupOf } from '../../domain/lists/chat-state';
import { lastMessagePreview } from '../../domain/transcript/last-message-preview';
import type { LastLine } from '../../domain/transcript/last-message-preview';
import { waitingSince } from '../../domain/time/waiting';
import { useAgentsStore } from '../../stores/agents.store';
import { useAttentionStore } from '../../stores/attention.store';
import { useChatsStore } from '../../stores/chats.store';
import { useSetAsideStore } from '../../stores/set-aside.store';
import { useSettingsStore } from '../../stores/settings.store';
import { useShownNames } from '../../stores/use-shown-names';

/** The contents of a row that do not depend on the clock. */
export interface ListedChat {
  readonly chat: Chat;
  readonly waitingSince: number | null;
  /** The server gave no time that can be believed, so the wait is not exact. */
  readonly isWaitGuessed: boolean;
  readonly line: LastLine | null;
  readonly typing: TypingParticipant | null;
  readonly unread: number;
  readonly group: string | null;
  readonly attention: ChatAttention | null;
}

/** An orphaned chat that should be joined: known only from its agent's list of chats. */
export type Orphan = ChatAttention & { readonly unjoined: NonNullable<ChatAttention['unjoined']> };

/** The chats of the list with the contents of their rows, and the target order. */
export function useListChats(search: () => string) {
  const chats = useChatsStore();
  const agents = useAgentsStore();
  const attention = useAttentionStore();
  const aside = useSetAsideStore();
  const settings = useSettingsStore();
  const names = useShownNames();
  const choices = computed(() => settings.settings.list);

  const contents = new Map<string, ComputedRef<ListedChat | null>>();
  /** Kept per chat, so that a change in one chat renders one row. */
  function contentsOf(chatId: string): ListedChat | null {
    const known = contents.get(chatId) ?? computed(() => contentsNow(chatId));
    contents.set(chatId, known);
    return known.value;
  }
  function contentsNow(chatId: string): ListedChat | null {
    const chat = chats.chats.get(chatId);
    if (chat === undefined) return null;
    const { entries = [], gaps = [], typing = [] } = chats.transcripts.get(chatId) ?? {};
    const since = waitingSince(chat, entries, gaps);
    return {
      chat,
      waitingSince: since,
      isWaitGuessed: since !== null && entries.some(({ at, isTimeGuessed }) => at === since && isTimeGuessed === true),
      line: lastMessagePreview(entries),
      typing: typing.find(({ kind }) => kind === 'customer' || kind === 'agent') ?? null,
      unread: chats.unreadOf(chatId),
      group: chat.agentId === null ? null : (agents.agentById(chat.agentId)?.groups[0] ?? null),
      attention: attention.byChat.get(chatId) ?? null,
    };
  }

  const listed = computed<ReadonlyMap<string, ListedChat>>(() => {
    const all = new Map<string, ListedChat>();
    for (const chatId of chats.chats.keys()) {
      const one = contentsOf(chatId);
      if (one !== null) all.set(chatId, one);
    }
    for (const chatId of contents.keys()) if (!all.has(chatId)) contents.delete(chatId);
    return all;
  });

  // Every event of the floor orders the list again. What belongs to one chat is kept with its object, which is replaced
  // when the chat changes.
  const agentNames = computed(() => keptByObject((chat: Chat) => names.value.agent(chat)));
  const searchedTexts = keptByObject(({ chat, group, line }: ListedChat) =>
    foldText([chat.customerName, chat.agentName, group, line?.text].join(' ')),
  );

  const orphans = computed<ReadonlyMap<string, Orphan>>(() => {
    const found = attention.order.filter((one): one is Orphan => one.unjoined !== null);
    return new Map(found.map((one) => [one.chatId, one]));
  });

  const urgency = computed(() => new Map(attention.order.map(({ chatId }, place) => [chatId, place])));

  const sections = computed<ReadonlyMap<string, Section>>(() => {
    const { groupBy } = choices.value;
    const all = new Map<string, Section>();
    if (groupBy === 'attention') return all;
    for (const { chat, group } of listed.value.values()) {
      const section = groupBy === 'agent' ? agentOf(chat) : teamOf(chat, group);
      if (section !== null) all.set(chat.id, section);
    }
    return all;
  });
  function agentOf(chat: Chat): Section | null {
    const label = agentNames.value(chat);
    return label === '' ? null : { key: chat.agentId ?? label, label };
  }
  /** The first of the supervisor's teams with this agent, otherwise the group of the directory. */
  function teamOf({ agentId }: Chat, group: string | null): Section | null {
    const team = settings.settings.watchGroups.find(
      ({ agentIds, directoryGroups }) =>
        (agentId !== null && agentIds.includes(agentId)) || (group !== null && directoryGroups.includes(group)),
    );
    if (team !== undefined) return { key: team.id, label: team.name };
    return group === null ? null : { key: group, label: group };
  }

  const wanted = computed<readonly OrderedChat[]>(() => {
    const words = foldText(search()).split(/\s+/u).filter(Boolean);
    const isFound = (text: () => string): boolean => {
      if (words.length === 0) return true;
      const folded = text();
      return words.every((word) => folded.includes(word));
    };
    const found = [...listed.value.values()].filter((one) => passes(one) && isFound(() => searchedTexts(one)));
    const left = [...orphans.value.values()].filter(({ unjoined }) =>
      isFound(() => foldText([unjoined.customerName, unjoined.agentName].join(' '))),
    );
    return targetOrder(
      [
        ...found
          .filter(({ chat }) => !orphans.value.has(chat.id))
          .map(({ chat, waitingSince: since }) => ({
            id: chat.id,
            group: placeOf(chat),
            urgency: urgency.value.get(chat.id) ?? null,
            firstSeenAt: chat.firstSeenAt,
            endedAt: chat.endedAt,
            waitingSince: since,
            agent: agentNames.value(chat),
            section: sections.value.get(chat.id) ?? null,
          })),
        ...left.map(({ chatId }) => ({
          id: chatId,
          group: 'needsYou' as const,
          urgency: urgency.value.get(chatId) ?? null,
          firstSeenAt: 0,
          endedAt: null,
        })),
      ],
      choices.value.sort,
    );
  });

  /** Invitations are never filtered out, because they wait for the supervisor. */
  function passes({ chat, unread }: ListedChat): boolean {
    if (chat.state === 'invited') return true;
    switch (choices.value.filter) {
      case 'all':
        return true;
      case 'unread':
        return unread > 0;
      case 'visible':
        return exposureIn(chat) !== 'hidden';
      case 'sms':
        return chat.medium === 'sms';
    }
  }

  function placeOf(chat: Chat): ListGroup {
    const group = groupOf(chat);
    if (group !== 'live') return group;
    if (aside.byChat.has(chat.id)) return 'aside';
    if (choices.value.groupBy !== 'attention') return 'active';
    return urgency.value.has(chat.id) ? 'needsYou' : group;
  }

  return { listed, orphans, wanted, sections, choices };
}

/** Remembers a result as long as the object exists that it was made from. */
function keptByObject<From extends object, Result>(make: (from: From) => Result): (from: From) => Result {
  const kept = new WeakMap<From, { readonly result: Result }>();
  return (from) => {
    const known = kept.get(from);
    if (known !== undefined) return known.result;
    const result = make(from);
    kept.set(from, { result });
    return result;
  };
}
