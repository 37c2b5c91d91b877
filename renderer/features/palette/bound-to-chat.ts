import { useI18n } from 'vue-i18n';
import { useChatsStore } from '../../stores/chats.store';
import { useNoticesStore } from '../../stores/notices.store';
import { useShownNames } from '../../stores/use-shown-names';
import type { PaletteItem } from './palette-item';

/**
 * What is done with the chat in view is done with the one it was listed for: the row says whose it is, and should another chat
 * be in view by the time it is chosen, nothing is done.
 */
export function useBoundToChat(): (items: readonly PaletteItem[]) => readonly PaletteItem[] {
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
        else useNoticesStore().add({ tone: 'info', key: 'acting.otherChat', values: { name } });
      },
    });
    return items.map((item) => (item.id.startsWith('action:chat.') && item.whyNot === null ? bound(item) : item));
  };
}
