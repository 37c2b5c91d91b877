/** Maps the items with at most `width` concurrent calls and keeps their order. */
export async function mapConcurrently<Item, Outcome>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  let next = 0;
  const walk = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) outcomes.set(at, await work(item));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, walk));
  return [...outcomes.entries()].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
}
