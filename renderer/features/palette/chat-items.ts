import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Chat } from '../../../preload/contract';
import { isEnded } from '../../domain/lists/chat-state';
import { entryAt } from '../../domain/search/search-finds';
import { snippetOf } from '../../domain/search/snippet';
import { useAttentionStore } from '../../stores/attention.store';
import { useChatsStore } from '../../stores/chats.store';
import { useSearchStore } from '../../stores/search.store';
import { useShownNames } from '../../stores/use-shown-names';
import { paletteItem, type PaletteItem, type PaletteNavigation } from './palette-item';

const mostMessages = 5;

/** The chats, the operations of the selected one, and the search results of all transcripts. */
export function useChatItems(reach: PaletteNavigation) {
  const { t } = useI18n();
  const names = useShownNames();
  const chats = useChatsStore();
  const attention = useAttentionStore();
  const search = useSearchStore();

  const nameOf = (chat: Chat): string => names.value.customer(chat) || t('reader.unnamedCustomer');
  const agentOf = (chat: Chat): string => names.value.agent(chat) || t('reader.dative.agent');

  /** The most urgent first, past chats last. */
  const ordered = computed<readonly Chat[]>(() => {
    const urgent = attention.openable.flatMap((chatId) => chats.chats.get(chatId) ?? []);
    const rest = [...chats.chats.values()].filter((chat) => !urgent.includes(chat));
    return [...urgent, ...rest.toSorted((one, other) => Number(isEnded(one)) - Number(isEnded(other)))];
  });

  const chatItems = (): readonly PaletteItem[] =>
    ordered.value.map((chat) =>
      paletteItem({
        id: `chat:${chat.id}`,
        kind: 'chat',
        label: nameOf(chat),
        detail: t(isEnded(chat) ? 'palette.chat.past' : 'chat.withAgent', { agent: agentOf(chat) }),
        names: [nameOf(chat), `${nameOf(chat)} ${agentOf(chat)}`],
        mode: chat.state === 'active' ? chat.mode : null,
        isOffered: chat.id !== chats.selectedId,
        run: () => {
          reach.openChat(chat.id);
        },
      }),
    );

  const chatActionItems = (): readonly PaletteItem[] => {
    const chat = chats.selected;
    if (chat === undefined || !isEnded(chat)) return [];
    const dismiss = paletteItem({
      id: 'chat-action:dismiss',
      kind: 'action',
      label: t('palette.action.dismiss'),
      detail: nameOf(chat),
      isOffered: true,
      run: () => void chats.dismiss(chat.id),
    });
    return [dismiss];
  };

  /** The latest search result of each chat, and the item that opens all of them. */
  const messageItems = (typed: string): readonly PaletteItem[] => {
    const found = search.find(typed);
    const items = found.chats.flatMap(({ chat, entries }) => {
      const entry = entryAt(chats.transcripts.get(chat.id)?.entries ?? [], entries[0] ?? NaN);
      if (entry === undefined) return [];
      const item = paletteItem({
        id: `message:${chat.id}:${String(entry.index)}`,
        kind: 'message',
        label: nameOf(chat),
        detail: entry.visibility === 'everyone' ? null : t('search.toAgents'),
        pieces: snippetOf(entry.text, found.query),
        run: () => {
          reach.openMessage(chat.id, entry.index);
        },
      });
      return [item];
    });
    if (found.query.length === 0 || found.isTooShort) return [];
    const all = paletteItem({
      id: 'message:all',
      kind: 'message',
      label:
        found.messageCount === 0
          ? t('palette.message.allShort', { query: typed.trim() })
          : t('palette.message.all', { n: found.messageCount, query: typed.trim() }, found.messageCount),
      run: () => {
        reach.openSearch(typed.trim());
      },
    });
    return [...items.slice(0, mostMessages), all];
  };

  return { chatItems, chatActionItems, messageItems };
}
