import { onMounted, onScopeDispose, type Ref, type ShallowRef } from 'vue';

/** From all words through fewer, starting with the server's name, to `4`, where parts shrink. */
const levels = ['0', '1', '2', '3', '4'] as const;

/**
 * Sets `data-tight` on the element: how many words must go for all parts to fit. It is measured, because the lengths
 * depend on language, fonts and number of parts, so no window width can predict it.
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
