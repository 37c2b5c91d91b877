import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ScrollAnchor, ViewState } from '../../preload/contract';

/** The view to restore once after a reload, and the current view, which is saved for the next one. */
export const useViewStore = defineStore('view', () => {
  const recalled = shallowRef<ViewState | null>(null);
  const reading = shallowRef<{ readonly chatId: string; readonly anchor: ScrollAnchor | null } | null>(null);

  function noteAnchor(chatId: string, anchor: ScrollAnchor | null): void {
    reading.value = { chatId, anchor };
  }

  function anchorIn(chatId: string): ScrollAnchor | null {
    return reading.value?.chatId === chatId ? reading.value.anchor : null;
  }

  /** The scroll position to restore when the chat is first rendered. */
  function takeAnchor(chatId: string): ScrollAnchor | null {
    const view = recalled.value;
    if (view?.chatId !== chatId || view.anchor === null) return null;
    recalled.value = { ...view, anchor: null };
    noteAnchor(chatId, view.anchor);
    return view.anchor;
  }

  return { recalled, noteAnchor, anchorIn, takeAnchor };
});
