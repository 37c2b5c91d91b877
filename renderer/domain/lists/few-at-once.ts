/** Processes all items in order, a few at a time, so that a bulk command does not flood the server. */
export async function fewAtOnce<T>(
  items: readonly T[],
  mostAtOnce: number,
  act: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const waiting = [...items.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, items.length) }, work));
}
