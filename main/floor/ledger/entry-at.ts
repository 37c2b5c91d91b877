/**
 * Returns the item with that index from a list ascending by index; `null` if there is none. `place`: where to look first, because it
 * stands there in a list that repeats most of this one.
 */
export function entryAt<T extends { readonly index: number }>(
  items: readonly T[],
  index: number,
  place?: number,
): T | null {
  const last = items.at(-1);
  if (last === undefined || last.index < index) return null;
  const here = place === undefined ? undefined : items[place];
  if (here?.index === index) return here;
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
