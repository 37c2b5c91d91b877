import { describe, expect, it } from 'vitest';
import { HoldTuner } from '../../../../main/gws/stream/hold-tuner';

describe('HoldTuner', () => {
  it('proposes a hold that ends before the cut after three cuts at one age', () => {
    const hold = new HoldTuner(10_000);
    expect([hold.cut(3_010, 10_000), hold.cut(3_040, 10_000)]).toEqual([false, false]);
    expect(hold.holdMs).toBe(10_000);
    expect(hold.cut(3_001, 10_000)).toBe(true);
    expect(hold.holdMs).toBe(2_400);
  });

  it('keeps the hold when cuts come at different ages', () => {
    const hold = new HoldTuner(10_000);
    for (const ageMs of [1_000, 3_000, 5_000, 7_000, 9_000, 2_000]) expect(hold.cut(ageMs, 10_000)).toBe(false);
    expect(hold.holdMs).toBe(10_000);
  });

  it('forgets the cuts when a poll outlasts them', () => {
    const hold = new HoldTuner(10_000);
    hold.cut(3_000, 10_000);
    hold.cut(3_000, 10_000);
    hold.answered(9_900);
    expect(hold.cut(3_000, 10_000)).toBe(false);
  });

  it('keeps counting when polls between the cuts succeeded sooner', () => {
    const hold = new HoldTuner(10_000);
    for (let cut = 0; cut < 3; cut += 1) {
      hold.answered(400);
      hold.cut(3_000, 10_000);
    }
    expect(hold.holdMs).toBe(2_400);
  });

  it.each([
    ['a poll that was not to be held fails the same way', 3_000, 0],
    ['the failure comes at once', 20, 10_000],
    ['the failure comes after the hold', 11_000, 10_000],
  ])('does not shorten the hold when %s', (_when, ageMs, heldMs) => {
    const hold = new HoldTuner(10_000);
    hold.cut(3_000, 10_000);
    hold.cut(3_000, 10_000);
    hold.cut(ageMs, heldMs);
    expect(hold.cut(3_000, 10_000)).toBe(false);
  });

  it('halves the hold when polls end late three times, as when a network stack repeats a cut poll', () => {
    const changes: (number | null)[] = [];
    const hold = new HoldTuner(10_000, (shortenedMs) => changes.push(shortenedMs));
    expect([hold.cut(12_000, 10_000), hold.overdue(10_000), hold.cut(12_100, 10_000)]).toEqual([false, false, true]);
    expect(hold.holdMs).toBe(5_000);
    hold.reset();
    expect(changes).toEqual([5_000, null]);
  });

  it.each([
    ['a poll lasted its hold', (hold: HoldTuner) => hold.answered(9_900), 10_000],
    ['the server was not asked to hold the poll', (hold: HoldTuner) => hold.overdue(0), 5_000],
  ])('counts late polls in a row: %s', (_when, between, holdMs) => {
    const hold = new HoldTuner(10_000);
    hold.overdue(10_000);
    hold.overdue(10_000);
    between(hold);
    hold.overdue(10_000);
    expect(hold.holdMs).toBe(holdMs);
  });

  it('never holds polls for less than a second', () => {
    const hold = new HoldTuner(10_000);
    for (let poll = 0; poll < 60; poll += 1) hold.overdue(hold.holdMs);
    expect(hold.holdMs).toBe(1_000);
  });

  it('shortens again when the shorter hold is cut too, and starts over at a reset', () => {
    const hold = new HoldTuner(10_000);
    for (let cut = 0; cut < 3; cut += 1) hold.cut(5_000, hold.holdMs);
    for (let cut = 0; cut < 3; cut += 1) hold.cut(2_000, hold.holdMs);
    expect(hold.holdMs).toBe(1_600);
    hold.reset();
    expect(hold.holdMs).toBe(10_000);
  });

  const proposed = (...cuts: readonly (readonly [ageMs: number, heldMs: number])[]): number => {
    const hold = new HoldTuner(10_000);
    for (const [ageMs, heldMs] of cuts) hold.cut(ageMs, heldMs);
    return hold.holdMs;
  };
  const thrice = (ageMs: number, heldMs = 10_000) => proposed([ageMs, heldMs], [ageMs, heldMs], [ageMs, heldMs]);

  it('takes cuts for one age up to a tenth or a quarter of a second apart', () => {
    expect(proposed([1_000, 10_000], [1_250, 10_000], [1_000, 10_000])).toBe(800);
    expect(proposed([1_000, 10_000], [1_251, 10_000], [1_000, 10_000])).toBe(10_000);
    expect(proposed([4_500, 10_000], [5_000, 10_000], [5_000, 10_000])).toBe(3_600);
    expect(proposed([4_499, 10_000], [5_000, 10_000], [5_000, 10_000])).toBe(10_000);
  });

  it('takes a failure for a cut from 800 ms on, and for late from four fifths of the hold on', () => {
    expect([thrice(799), thrice(800), thrice(7_999), thrice(8_000)]).toEqual([10_000, 640, 6_399, 5_000]);
  });

  it('says nothing of a reset that changes nothing', () => {
    const changes: (number | null)[] = [];
    const hold = new HoldTuner(10_000, (shortenedMs) => changes.push(shortenedMs));
    hold.cut(3_000, 10_000);
    hold.cut(3_000, 10_000);
    hold.overdue(10_000);
    hold.overdue(10_000);
    hold.reset();
    expect([hold.cut(3_000, 10_000), hold.overdue(10_000), changes]).toEqual([false, false, []]);
  });

  it.each([
    [7_999, 5_000],
    [8_000, 10_000],
  ])('forgets late polls after one that was answered after four fifths of the hold: %s ms', (ageMs, holdMs) => {
    const hold = new HoldTuner(10_000);
    hold.overdue(10_000);
    hold.overdue(10_000);
    hold.answered(ageMs);
    hold.overdue(10_000);
    expect(hold.holdMs).toBe(holdMs);
  });

  it('forgets cuts only after a poll that lasted longer', () => {
    const after = (ageMs: number): number => {
      const hold = new HoldTuner(10_000);
      hold.cut(3_000, 10_000);
      hold.cut(3_000, 10_000);
      hold.answered(ageMs);
      hold.cut(3_000, 10_000);
      return hold.holdMs;
    };
    expect([after(3_000), after(3_001)]).toEqual([2_400, 10_000]);
  });

  it('forgets cuts when a poll is late', () => {
    const hold = new HoldTuner(10_000);
    hold.cut(3_000, 10_000);
    hold.cut(3_000, 10_000);
    hold.overdue(10_000);
    expect(hold.cut(3_000, 10_000)).toBe(false);
  });

  it('says nothing of late polls once the hold cannot become shorter', () => {
    const changes: (number | null)[] = [];
    const hold = new HoldTuner(1_000, (shortenedMs) => changes.push(shortenedMs));
    expect(Array.from({ length: 5 }, () => hold.overdue(1_000))).toEqual([false, false, false, false, false]);
    expect(changes).toEqual([]);
  });
});
