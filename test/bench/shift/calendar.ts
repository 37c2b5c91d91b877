/** The zone of the year, in which the clocks change on 29 March and 25 October 2026. */
export const yearZone = 'Europe/Berlin';

const [dayMs, weeks, daysOfWeek] = [86_400_000, 50, 5];
const firstMonday = Date.UTC(2026, 0, 5, 9);
/** An hour before the clocks change. */
const nightsOfChange = [Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25)];

export interface PlannedShift {
  /** 1 to 250, the same whichever shifts are played. */
  readonly number: number;
  readonly startsAt: number;
  readonly isNightOfChange: boolean;
}

const year: readonly PlannedShift[] = Array.from({ length: weeks * daysOfWeek }, (_, place) => {
  const [week, day] = [Math.floor(place / daysOfWeek), place % daysOfWeek];
  const startsAt = firstMonday + (week * 7 + day) * dayMs;
  // The shift of that Friday is in that night instead.
  const night = nightsOfChange.find((at) => day === daysOfWeek - 1 && at > startsAt && at - startsAt < 2 * dayMs);
  return { number: place + 1, startsAt: night ?? startsAt, isNightOfChange: night !== undefined };
});

/** The first shift and those of both nights are always played. */
export const shiftsOfYear = { least: 1 + nightsOfChange.length, most: year.length } as const;

/** So many shifts of the year, the first and both nights in which the clocks change among them. */
export function plannedShifts(count: number): readonly PlannedShift[] {
  const wanted = new Set([0, ...year.flatMap(({ isNightOfChange }, place) => (isNightOfChange ? [place] : []))]);
  for (let place = 0; place < count && wanted.size < count; place += 1)
    wanted.add(Math.floor((place * year.length) / count));
  for (let place = 0; wanted.size < count; place += 1) wanted.add(place);
  return year.filter((_, place) => wanted.has(place));
}
