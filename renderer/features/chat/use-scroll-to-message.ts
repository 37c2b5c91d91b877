import { nextTick, onMounted, shallowRef, watch } from 'vue';
import type { ShallowRef } from 'vue';
import type { ScrollAnchor, Transcript } from '../../../preload/contract';
import { entryAt } from '../../domain/search/search-finds';
import { useToastsStore } from '../../stores/toasts.store';
import { useSearchStore } from '../../stores/search.store';

/** Pixels between the upper edge and the message, so that the preceding message is visible too. */
const roomAbovePx = 120;

export interface ScrollTarget {
  readonly transcript: () => Transcript;
  readonly viewport: Readonly<ShallowRef<HTMLElement | null>>;
  /** The message is rendered and about to be scrolled to. */
  readonly onFound: (index: number) => void;
}

/**
 * Scrolls to a message from the search and highlights it. The target stays in the store until the transcript is
 * rendered, so the chat may be closed when it is set.
 */
export function useScrollToMessage({ transcript, viewport, onFound }: ScrollTarget) {
  const search = useSearchStore();
  const toasts = useToastsStore();
  const marked = shallowRef<number | null>(null);

  function take(): ScrollAnchor | null {
    const target = search.takeTarget(transcript().chatId);
    if (target === null) return null;
    if (entryAt(transcript().entries, target.index) === undefined) {
      toasts.add({ tone: 'info', key: 'search.gone' });
      return null;
    }
    marked.value = target.index;
    onFound(target.index);
    return { index: target.index, offsetPx: -roomAbovePx };
  }

  /** The initial scroll position if the chat was opened for one message. */
  const from = take();

  function followInto(goTo: (anchor: ScrollAnchor) => void): void {
    const focus = (): Promise<void> => nextTick(() => viewport.value?.focus({ preventScroll: true }));
    onMounted(() => {
      if (from !== null) void focus();
    });
    watch(
      () => search.target,
      () => {
        const anchor = take();
        if (anchor === null) return;
        goTo(anchor);
        void focus();
      },
    );
  }

  return { from, marked, followInto };
}
