import { nextTick } from 'vue';

const due = new Set<HTMLElement>();

/**
 * Scrolls an element to its end after the current flush, together with all others of that flush: first every height is
 * read and then every position written, so that one layout serves all tiles.
 */
export function scrollToEndSoon(element: HTMLElement): void {
  due.add(element);
  if (due.size === 1) void nextTick(scrollAll);
}

function scrollAll(): void {
  const ends = [...due].map((element) => ({ element, top: element.scrollHeight }));
  due.clear();
  for (const { element, top } of ends) element.scrollTop = top;
}
