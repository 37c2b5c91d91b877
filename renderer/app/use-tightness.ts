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
  const words = new MutationObserver((records) => {
    if (!haveOnlyCountedOn(records)) fit();
  });
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

/** Digits in tabular text are equally wide, so an age that counts on needs no layout every second. */
function haveOnlyCountedOn(records: readonly MutationRecord[]): boolean {
  return [...new Set(records.map(({ target }) => target))].every((target) => {
    const own = records.filter((record) => record.target === target);
    const before = digitless(own.flatMap(({ removedNodes }) => [...removedNodes]));
    const after = digitless(own.flatMap(({ addedNodes }) => [...addedNodes]));
    const isTabular = target instanceof Element && target.closest('.tabular') !== null;
    return isTabular && before !== null && before === after;
  });
}

/** Returns the texts with every digit replaced by the same one; `null` if there is anything but texts, or nothing. */
function digitless(nodes: readonly Node[]): string | null {
  if (nodes.length === 0 || !nodes.every((node) => node instanceof Text)) return null;
  return nodes.map((node) => node.data.replaceAll(/\d/gu, '0')).join('');
}
