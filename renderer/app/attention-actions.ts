import { useAttentionStore } from '../stores/attention.store';
import { useToastsStore } from '../stores/toasts.store';
import { useUnjoinedStore } from '../stores/unjoined.store';
import type { KeyBinding } from '../ui/keys/key-map';
import type { CurrentPage } from './app-pages';

/** The actions on chats that need attention; they work on every page. */
export function attentionActions(page: CurrentPage): readonly KeyBinding[] {
  const attention = useAttentionStore();
  return [
    {
      id: 'attention.next',
      keys: ['n'],
      labelKey: 'attention.keys.next',
      groupKey: 'keys.group.list',
      run: () => {
        if (attention.goToNext()) page.value = 'chats';
        else useToastsStore().add({ tone: 'info', ...useUnjoinedStore().noneNeedsAttention() });
      },
    },
    {
      id: 'place.attention',
      keys: [],
      labelKey: 'attention.tune.open',
      groupKey: 'keys.group.window',
      run: () => {
        page.value = 'attention';
      },
    },
  ];
}
