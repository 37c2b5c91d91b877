import { useI18n } from 'vue-i18n';
import type { Chat } from '../../../preload/contract';
import { isEnded } from '../../domain/lists/chat-state';
import { useAttentionStore } from '../../stores/attention.store';
import { useChatsStore } from '../../stores/chats.store';
import { useWallStore } from '../../stores/wall.store';
import { useShownNames } from '../../stores/use-shown-names';
import { paletteItem, type PaletteItem, type PaletteNavigation } from './palette-item';

/**
 * The chats in the wall window: a chat with a tile is focused, any other is put on the wall or opened in the main
 * window.
 */
export function useTileItems(reach: PaletteNavigation) {
  const { t } = useI18n();
  const names = useShownNames();
  const chats = useChatsStore();
  const attention = useAttentionStore();
  const wall = useWallStore();

  const nameOf = (chat: Chat): string => names.value.customer(chat) || t('reader.unnamedCustomer');
  const agentOf = (chat: Chat): string => names.value.agent(chat) || t('reader.dative.agent');

  /** The tiles in order, then the other chats, most urgent first. */
  function ordered(): readonly Chat[] {
    const tiles = wall.places.filter((id) => id !== null);
    const ids = new Set([...tiles, ...attention.openable, ...chats.chats.keys()]);
    return [...ids].flatMap((id) => chats.chats.get(id) ?? []);
  }

  function itemOf(chat: Chat): PaletteItem {
    const place = wall.places.indexOf(chat.id);
    const number = String(place + 1);
    const agent = agentOf(chat);
    return paletteItem({
      id: `chat:${chat.id}`,
      kind: 'chat',
      label: nameOf(chat),
      detail: t(place < 0 ? 'palette.chat.offWall' : 'palette.chat.tile', { number, agent }),
      names: [nameOf(chat), `${nameOf(chat)} ${agent}`],
      mode: chat.state === 'active' ? chat.mode : null,
      isOffered: place >= 0 && chat.id !== chats.selectedId,
      ...(place < 0 ? { opens: () => waysTo(chat) } : {}),
      run: () => {
        wall.pointed = { chatId: chat.id };
      },
    });
  }

  function waysTo(chat: Chat): readonly PaletteItem[] {
    const pin = paletteItem({
      id: `chat:${chat.id}:pin`,
      kind: 'action',
      label: t('wall.pinToWall'),
      detail: nameOf(chat),
      isOffered: true,
      run: () => {
        if (!wall.isPinned(chat.id)) wall.pin(chat.id);
      },
    });
    const openIt = paletteItem({
      id: `chat:${chat.id}:open`,
      kind: 'action',
      label: t('palette.chat.openInMain'),
      detail: nameOf(chat),
      isOffered: true,
      run: () => {
        reach.openChat(chat.id);
      },
    });
    return chat.state === 'invited' || isEnded(chat) ? [openIt] : [pin, openIt];
  }

  return (): readonly PaletteItem[] => ordered().map(itemOf);
}
