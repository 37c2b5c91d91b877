import type { ShellAction } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useAgentsStore } from '../stores/agents.store';
import { useAttentionStore } from '../stores/attention.store';
import { useChatsStore } from '../stores/chats.store';
import { useConnectionCheckStore } from '../stores/connection-check.store';
import { useFloorSyncStore } from '../stores/floor-sync.store';
import { useHelpStore } from '../stores/help.store';
import { useToastsStore } from '../stores/toasts.store';
import { useSessionStore } from '../stores/session.store';
import type { CurrentPage } from './app-pages';

/** Runs the actions that the tray, the menu and notifications send to the window. Returns the disposer. */
export function handleShellActions(page: CurrentPage): () => void {
  const chats = useChatsStore();
  const session = useSessionStore();
  const attention = useAttentionStore();
  const floorSync = useFloorSyncStore();
  const openChat = (chatId: string): void => {
    if (chats.chats.has(chatId) || !session.isKnown) {
      chats.select(chatId);
      return;
    }
    if (attention.byChat.has(chatId)) {
      attention.pointed = { chatId };
      return;
    }
    // The clicked chat is gone, so the list is shown instead of an unrelated chat.
    chats.select(null);
    useToastsStore().add({ tone: 'info', key: 'shell.chatGone' });
  };
  const follow = (action: ShellAction): void => {
    switch (action.type) {
      case 'openChat':
        page.value = 'chats';
        // A hidden page applies changes late, so a chat that began just before the click may not be here yet.
        floorSync.whenCurrent(() => {
          openChat(action.chatId);
        });
        return;
      case 'openChats':
        page.value = 'chats';
        return;
      case 'openAgents':
        page.value = 'agents';
        if (action.search !== undefined) useAgentsStore().requestedSearch = action.search;
        return;
      case 'openSettings':
        page.value = 'settings';
        return;
      case 'openHelp':
        useHelpStore().part = action.part;
        return;
      case 'checkConnection':
        useConnectionCheckStore().open();
        return;
      case 'signOut':
        void session.signOut();
        return;
      case 'showGpuNotice':
        useToastsStore().add({ tone: 'info', key: `shell.graphics.${action.when}` });
        return;
    }
  };
  return currentBridge().on('shell.action', follow);
}
