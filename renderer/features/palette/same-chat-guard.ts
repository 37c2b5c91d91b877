import { useI18n } from 'vue-i18n';
import { useChatsStore } from '../../stores/chats.store';
import { useToastsStore } from '../../stores/toasts.store';
import { useShownNames } from '../../stores/use-shown-names';
import type { PaletteItem } from './palette-item';

/**
 * What is done with the chat in view is done with the one it was listed for: the row says whose it is, and should another chat
 * be in view by the time it is chosen, nothing is done.
 */
export function useSameChatGuard(): (items: readonly PaletteItem[]) => readonly PaletteItem[] {
  const { t } = useI18n();
  const names = useShownNames();
  const chats = useChatsStore();

  return (items) => {
    const chat = chats.selected;
    if (chat === undefined) return items;
    const name = names.value.customer(chat) || t('chat.header.noCustomer');
    const bound = (item: PaletteItem): PaletteItem => ({
      ...item,
      detail: name,
      run: () => {
        if (chats.selectedId === chat.id) item.run();
        else useToastsStore().add({ tone: 'info', key: 'acting.otherChat', values: { name } });
      },
    });
    return items.map((item) =>
      item.id.startsWith('action:chat.') && item.disabledReason === null ? bound(item) : item,
    );
  };
}
