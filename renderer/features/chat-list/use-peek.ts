import { computed, shallowRef, watch, type Ref, type ShallowRef } from 'vue';

const peekInlineSize = 380;
const peekMostBlockSize = 460;
const margin = 8;

/** The row whose preview is shown, and the position of the preview. It follows the focus and closes with it. */
export function usePeek(
  viewport: Readonly<ShallowRef<HTMLElement | null>>,
  focusedId: Readonly<Ref<string | null>>,
  hasLines: (id: string) => boolean,
) {
  const isOpen = shallowRef(false);
  const peekedId = computed(() => {
    const id = focusedId.value;
    return isOpen.value && id !== null && hasLines(id) ? id : null;
  });
  const placed = shallowRef<Readonly<Record<string, string>>>({});

  function place(): void {
    const row = viewport.value?.querySelector(`[data-chat="${CSS.escape(peekedId.value ?? '')}"]`);
    if (row === null || row === undefined) return;
    const box = row.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(row).direction === 'rtl';
    const inlineStart = (isRightToLeft ? window.innerWidth - box.left : box.right) + margin;
    const most = Math.max(margin, window.innerHeight - peekMostBlockSize - margin);
    placed.value = {
      insetInlineStart: `${String(Math.min(inlineStart, window.innerWidth - peekInlineSize - margin))}px`,
      insetBlockStart: `${String(Math.min(Math.max(margin, box.top), most))}px`,
    };
  }
  watch(peekedId, place, { flush: 'post' });
  // The preview closes when the focus leaves the list.
  watch(focusedId, (id) => {
    if (id === null) isOpen.value = false;
  });

  return {
    peekedId,
    placed,
    toggle: (): void => {
      isOpen.value = !isOpen.value;
    },
    close: (): void => {
      isOpen.value = false;
    },
  };
}
