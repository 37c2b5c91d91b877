/** The item with that index in a list that ascends by index; `null` where there is none. */
export function entryAt<T extends { readonly index: number }>(items: readonly T[], index: number): T | null {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item === undefined) return null;
    if (item.index === index) return item;
    if (item.index < index) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
