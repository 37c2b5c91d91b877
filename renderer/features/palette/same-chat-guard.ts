import { useI18n } from 'vue-i18n';
import { useChatsStore } from '../../stores/chats.store';
import { useToastsStore } from '../../stores/toasts.store';
import { useShownNames } from '../../stores/use-shown-names';
import type { PaletteItem } from './palette-item';

/** Runs an action on the selected chat only if it is still the chat that the row was listed for. */
export function useSameChatGuard(): (items: readonly PaletteItem[]) => readonly PaletteItem[] {
  const { t } = useI18n();
  const names = useShownNames();
  const chats = useChatsStore();

  return (items) => {
    const chat = chats.selected;
    if (chat === undefined) return items;
    const name = names.value.customer(chat) || t('reader.unnamedCustomer');
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
