import { nextTick, onMounted, shallowRef, watch } from 'vue';
import type { ShallowRef } from 'vue';
import type { ScrollAnchor, Transcript } from '../../../preload/contract';
import { entryAt } from '../../domain/search/search-finds';
import { useToastsStore } from '../../stores/toasts.store';
import { useSearchStore } from '../../stores/search.store';

/** How far below the upper edge the message is put, so that what was said before it is read with it. */
const roomAbovePx = 120;

export interface ScrollTarget {
  readonly transcript: () => Transcript;
  readonly viewport: Readonly<ShallowRef<HTMLElement | null>>;
  /** The message is there and about to be gone to. */
  readonly onFound: (index: number) => void;
}

/**
 * A message somebody wants to see, found by the search: where it is, and which one is marked for it. The wish waits in the store until
 * the chat's transcript is drawn, so it does not matter whether the chat was open.
 */
export function useScrollToMessage({ transcript, viewport, onFound }: ScrollTarget) {
  const search = useSearchStore();
  const notices = useToastsStore();
  const marked = shallowRef<number | null>(null);

  function take(): ScrollAnchor | null {
    const target = search.takeTarget(transcript().chatId);
    if (target === null) return null;
    if (entryAt(transcript().entries, target.index) === undefined) {
      notices.add({ tone: 'info', key: 'search.gone' });
      return null;
    }
    marked.value = target.index;
    onFound(target.index);
    return { index: target.index, offsetPx: -roomAbovePx };
  }

  /** Where to begin, when the chat was opened for the sake of one message. */
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
