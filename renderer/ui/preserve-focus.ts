import { watch, type Ref, type WatchSource } from 'vue';

/**
 * Preserves the focus inside `holder` while its elements are moved: a browser removes the focus from an element moved
 * in the DOM, and the next letter typed would be a shortcut. `isMoving` distinguishes a focus that is restored at once
 * from one that left; `lost` is called if it left after all, or its element did.
 */
export function preserveFocus(
  holder: Readonly<Ref<HTMLElement | null>>,
  moved: WatchSource,
  lost: () => void = () => undefined,
) {
  let kept: HTMLElement | null = null;
  watch(
    moved,
    () => {
      const active = document.activeElement;
      if (active instanceof HTMLElement && holder.value?.contains(active) === true) kept ??= active;
    },
    { flush: 'pre' },
  );
  watch(
    moved,
    () => {
      const element = kept;
      kept = null;
      const active = document.activeElement;
      if (element === null || active === element) return;
      const isElsewhere = active !== document.body && holder.value?.contains(active) !== true;
      if (!element.isConnected || isElsewhere) lost();
      else if (active === document.body) element.focus({ preventScroll: true });
    },
    { flush: 'post' },
  );
  return { isMoving: (): boolean => kept !== null };
}
