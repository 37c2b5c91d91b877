/** Of different numbers in a row, as many as possible that already ascend: what need not be moved to sort the rest around it. */
export function longestIncreasingSubsequence(row: readonly number[]): ReadonlySet<number> {
  /** The smallest number that ends an ascent of each length, and the one before each number in its ascent. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const value of row) {
    let length = ends.findIndex((end) => end > value);
    if (length < 0) length = ends.length;
    before.set(value, ends[length - 1]);
    ends[length] = value;
  }
  const kept = new Set<number>();
  for (let value = ends.at(-1); value !== undefined; value = before.get(value)) kept.add(value);
  return kept;
}
