import { watch, type WatchStopHandle } from 'vue';
import type { WindowView } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { createPacer } from '../domain/pacer';
import { useChatsStore } from '../stores/chats.store';
import { useDispositionsStore } from '../stores/dispositions.store';
import { useDraftsStore } from '../stores/drafts.store';
import { useHistoryStore } from '../stores/history.store';
import { later } from '../stores/later';
import { useSessionStore } from '../stores/session.store';
import { useSentenceStore } from '../stores/sentence.store';
import { useSideTextsStore } from '../stores/side-texts.store';
import { useViewStore } from '../stores/view.store';
import { useWatchOfferStore } from '../stores/watch-offer.store';
import type { CurrentPlace } from './places';

const keepEveryMs = 150;

/** Takes up what main kept of the window before this one. To be waited for before the floor comes, which is drawn by it. */
export async function recallWork(): Promise<void> {
  const result = await currentBridge().invoke('window.recall', null);
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
export function followSignIn(): WatchStopHandle {
  const session = useSessionStore();
  return watch(
    () => session.isSignedIn,
    (isSignedIn) => {
      const offer = useWatchOfferStore();
      const drafts = useDraftsStore();
      if (!isSignedIn) {
        drafts.forgetAll();
        useSideTextsStore().forgetAll();
        useSentenceStore().forgetAll();
        useHistoryStore().forgetAll();
        useDispositionsStore().forgetAll();
        offer.reset();
        return;
      }
      void offer.load();
      void currentBridge()
        .invoke('window.recall', null)
        .then((result) => {
          if (result.ok && session.isSignedIn) drafts.restore(result.value);
        });
    },
    { flush: 'sync' },
  );
}

/** Goes to the place somebody was at, and from then on tells main every change of it. Belongs to the caller's scope. */
export function keepView(place: CurrentPlace): void {
  const session = useSessionStore();
  const chats = useChatsStore();
  const view = useViewStore();
  const sentence = useSentenceStore();
  const present = (): WindowView => ({
    place: place.value,
    chatId: chats.selectedId,
    anchor: chats.selectedId === null ? null : view.anchorIn(chats.selectedId),
    writing: sentence.writing,
    readUpTo: [...chats.readMarks].slice(-2_000).map(([chatId, index]) => ({ chatId, index })),
  });
  const keep = (): void => {
    if (session.isSignedIn) void currentBridge().invoke('window.keepView', present());
  };
  const keepSoon = createPacer({ act: keep, everyMs: keepEveryMs, later });
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
