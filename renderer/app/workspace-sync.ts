import { watch, type WatchStopHandle } from 'vue';
import type { ViewState, WorkspaceState } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { createThrottle } from '../domain/time/throttle';
import { useChatsStore } from '../stores/chats.store';
import { useDispositionsStore } from '../stores/dispositions.store';
import { useDraftsStore } from '../stores/drafts.store';
import { useHistoryStore } from '../stores/history.store';
import { usePendingCommandsStore } from '../stores/pending-commands.store';
import { setTimer } from '../stores/set-timer';
import { useSessionStore } from '../stores/session.store';
import { useSentenceStore } from '../stores/sentence.store';
import { usePanelDraftsStore } from '../stores/panel-drafts.store';
import { useViewStore } from '../stores/view.store';
import { useSavedWatchesStore } from '../stores/saved-watches.store';
import type { CurrentPage } from './app-pages';

const keepEveryMs = 150;

/**
 * Restores the workspace that main saved of the previous page. Await it before the first snapshot, whose rendering
 * depends on it.
 */
export async function restoreWorkspace(): Promise<void> {
  const result = await currentBridge().invoke('window.restore', null);
  if (!result.ok) return;
  const { view } = result.value;
  useDraftsStore().restore(result.value);
  if (view === null) return;
  const chats = useChatsStore();
  useViewStore().recalled = view;
  restoreReadMarks(result.value);
  if (view.chatId !== null) chats.select(view.chatId);
  // Captures the typed letters until the composer is back: the supervisor may be typing without looking at the screen.
  if (view.writing !== null) useSentenceStore().homeless = { place: view.writing, why: 'reloaded', chat: null };
}

function restoreReadMarks({ view }: Pick<WorkspaceState, 'view'>): void {
  const chats = useChatsStore();
  for (const { chatId, index } of view?.readUpTo ?? []) chats.markRead(chatId, index);
}

/** Resets the workspace at sign-out. At sign-in, main returns what it saved for this supervisor. */
export function resetOnSignOut(): WatchStopHandle {
  const session = useSessionStore();
  return watch(
    () => session.isSignedIn,
    (isSignedIn) => {
      const offer = useSavedWatchesStore();
      const drafts = useDraftsStore();
      if (!isSignedIn) {
        drafts.forgetAll();
        useChatsStore().forgetAll();
        usePendingCommandsStore().forgetFailure();
        usePanelDraftsStore().forgetAll();
        useSentenceStore().forgetAll();
        useHistoryStore().forgetAll();
        useDispositionsStore().forgetAll();
        offer.reset();
        return;
      }
      void offer.load();
      void currentBridge()
        .invoke('window.restore', null)
        .then((result) => {
          if (!result.ok || !session.isSignedIn) return;
          drafts.restore(result.value);
          restoreReadMarks(result.value);
        });
    },
    { flush: 'sync' },
  );
}

/** Restores the page and from then on saves every change to main. Ends with the caller's scope. */
export function saveViewState(page: CurrentPage): void {
  const session = useSessionStore();
  const chats = useChatsStore();
  const view = useViewStore();
  const sentence = useSentenceStore();
  const present = (): ViewState => ({
    page: page.value,
    chatId: chats.selectedId,
    anchor: chats.selectedId === null ? null : view.anchorIn(chats.selectedId),
    writing: sentence.writing,
    readUpTo: [...chats.readMarks].slice(-2_000).map(([chatId, index]) => ({ chatId, index })),
  });
  const keep = (): void => {
    if (session.isSignedIn) void currentBridge().invoke('window.saveView', present());
  };
  const keepSoon = createThrottle({ act: keep, everyMs: keepEveryMs, setTimer });
  watch(
    () => session.isKnown && session.isSignedIn,
    (isInside) => {
      if (isInside && view.recalled !== null) page.value = view.recalled.page;
    },
    { immediate: true, flush: 'sync' },
  );
  // Scrolling changes many times a second and is throttled. Navigation is saved at once: the page may crash right
  // after.
  watch(present, (next, before) => {
    if (next.page === before.page && next.chatId === before.chatId && next.writing === before.writing) keepSoon();
    else keep();
  });
}
