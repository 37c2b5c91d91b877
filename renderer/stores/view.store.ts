import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ScrollAnchor, ViewState } from '../../preload/contract';

/** Where somebody was when the window broke, to be taken up once, and where somebody reads now, for the next time. */
export const useViewStore = defineStore('view', () => {
  const recalled = shallowRef<ViewState | null>(null);
  const reading = shallowRef<{ readonly chatId: string; readonly anchor: ScrollAnchor | null } | null>(null);

  function noteAnchor(chatId: string, anchor: ScrollAnchor | null): void {
    reading.value = { chatId, anchor };
  }

  function anchorIn(chatId: string): ScrollAnchor | null {
    return reading.value?.chatId === chatId ? reading.value.anchor : null;
  }

  /** The place to go on reading at, the first time the chat is drawn. */
  function takeAnchor(chatId: string): ScrollAnchor | null {
    const view = recalled.value;
    if (view?.chatId !== chatId || view.anchor === null) return null;
    recalled.value = { ...view, anchor: null };
    noteAnchor(chatId, view.anchor);
    return view.anchor;
  }

  return { recalled, noteAnchor, anchorIn, takeAnchor };
});
