import { onMounted, onScopeDispose, type Ref, type ShallowRef } from 'vue';

/** From all words, by fewer and fewer of them, first the server's name, to `4`: parts shrink, for nothing else helps. */
const levels = ['0', '1', '2', '3', '4'] as const;

/**
 * Says on the element, as `data-tight`, how many of its words have to give way for all of its parts to fit. It is measured, since how long
 * a part is depends on the language, on the fonts and on how many there are: no width of the window says so.
 */
export function useTightness(
  bar: Readonly<ShallowRef<HTMLElement | null>>,
  parts: Readonly<Ref<HTMLElement | null>>,
): void {
  function fit(): void {
    const element = bar.value;
    if (element === null) return;
    for (const level of levels) {
      element.dataset['tight'] = level;
      if (element.scrollWidth <= element.clientWidth) return;
    }
  }
  const sizes = new ResizeObserver(fit);
  const words = new MutationObserver(fit);
  onMounted(() => {
    if (bar.value !== null) sizes.observe(bar.value);
    if (parts.value !== null) words.observe(parts.value, { childList: true, characterData: true, subtree: true });
    fit();
  });
  onScopeDispose(() => {
    sizes.disconnect();
    words.disconnect();
  });
}
