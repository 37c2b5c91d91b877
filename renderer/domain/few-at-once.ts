/** Goes through all of it in order, a few at a time, so that one act on many is no flood for the server. */
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
