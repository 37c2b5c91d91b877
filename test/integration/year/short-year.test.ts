import { describe, expect, it } from 'vitest';
import { replayOf, runYear } from '../../bench/shift/run-year';
import { runSeed } from '../../support/run-seed';

/** Both nights in which the clocks change are among the shifts, however few they are. */
const length = { seed: runSeed, shifts: 4, chats: 240, hours: 2 };

/** The year of the bench in short: what it leaves behind is counted, nothing is timed. */
describe(`a short year, seed ${String(runSeed)}`, () => {
  it('ends as it began, with bounded files and nothing left over, and line for line the same again', async () => {
    const again = `Again with: ${replayOf(length)}`;
    const [one, other] = await Promise.all([runYear(length), runYear(length)]);
    const { differences, overLimit, errors, hash, lines, incidents } = one.done;
    expect({ differences, overLimit, errors, left: one.left }, again).toEqual({
      ...{ differences: [], overLimit: [], errors: [], left: [] },
    });
    expect([other.done.lines, other.done.hash], again).toEqual([lines, hash]);
    expect(one.done.begun).toBeGreaterThan(0.9 * length.chats);
    expect(Object.keys(incidents).length).toBeGreaterThan(3);
  }, 240_000);
});
