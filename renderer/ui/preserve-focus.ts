import { watch, type Ref, type WatchSource } from 'vue';

/**
 * What has the keyboard inside of `holder` keeps it while things change places there: a browser takes it from an element that is
 * moved within the page, and the next letter somebody types would be a key of the window. `isMoving` tells a focus that is given
 * back at once from one that went; `lost` is called where it went
 * after all, or the element with it.
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
