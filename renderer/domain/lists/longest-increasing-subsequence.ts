/**
 * Returns a longest increasing subsequence of distinct numbers: the items that need not move when the rest is sorted
 * around them.
 */
export function longestIncreasingSubsequence(row: readonly number[]): ReadonlySet<number> {
  /** The smallest last number of a subsequence of each length, and the predecessor of each number. */
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
