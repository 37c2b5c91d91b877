import { watch, type WatchStopHandle } from 'vue';
import type { ViewState } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { createThrottle } from '../domain/throttle';
import { useChatsStore } from '../stores/chats.store';
import { useDispositionsStore } from '../stores/dispositions.store';
import { useDraftsStore } from '../stores/drafts.store';
import { useHistoryStore } from '../stores/history.store';
import { setTimer } from '../stores/set-timer';
import { useSessionStore } from '../stores/session.store';
import { useSentenceStore } from '../stores/sentence.store';
import { usePanelDraftsStore } from '../stores/panel-drafts.store';
import { useViewStore } from '../stores/view.store';
import { useSavedWatchesStore } from '../stores/saved-watches.store';
import type { CurrentPage } from './app-pages';

const keepEveryMs = 150;

/** Takes up what main kept of the window before this one. To be waited for before the floor comes, which is drawn by it. */
export async function restoreWorkspace(): Promise<void> {
  const result = await currentBridge().invoke('window.restore', null);
  if (!result.ok) return;
  const { view } = result.value;
  useDraftsStore().restore(result.value);
  if (view === null) return;
  const chats = useChatsStore();
  useViewStore().recalled = view;
  for (const { chatId, index } of view.readUpTo) chats.markRead(chatId, index);
  if (view.chatId !== null) chats.select(view.chatId);
  // Whoever was writing types on, looking at the keyboard.
  if (view.writing !== null) useSentenceStore().homeless = { place: view.writing, why: 'reloaded', chat: null };
}

/**
 * What belongs to the supervisor goes with the supervisor: at the way out everything is forgotten here, at the way in main
 * hands out what it kept for exactly this one.
 */
export function resetOnSignOut(): WatchStopHandle {
  const session = useSessionStore();
  return watch(
    () => session.isSignedIn,
    (isSignedIn) => {
      const offer = useSavedWatchesStore();
      const drafts = useDraftsStore();
      if (!isSignedIn) {
        drafts.forgetAll();
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
          if (result.ok && session.isSignedIn) drafts.restore(result.value);
        });
    },
    { flush: 'sync' },
  );
}

/** Goes to the place somebody was at, and from then on tells main every change of it. Belongs to the caller's scope. */
export function saveViewState(place: CurrentPage): void {
  const session = useSessionStore();
  const chats = useChatsStore();
  const view = useViewStore();
  const sentence = useSentenceStore();
  const present = (): ViewState => ({
    place: place.value,
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
      if (isInside && view.recalled !== null) place.value = view.recalled.place;
    },
    { immediate: true, flush: 'sync' },
  );
  // Reading and scrolling change many times a second; where somebody went must not be lost with a window that falls right after.
  watch(present, (next, before) => {
    if (next.place === before.place && next.chatId === before.chatId && next.writing === before.writing) keepSoon();
    else keep();
  });
}
