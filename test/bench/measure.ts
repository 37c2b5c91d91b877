import type { Registered } from '../faults/registry';

/** One row of the bench. Times are in ms and memory in MB unless `unit` says otherwise. */
export interface BenchRow {
  readonly name: string;
  /** `null`: it was not measured. */
  readonly value: number | null;
  readonly unit: string;
  /** The same of the named floor, measured in the same run; `null` without one. */
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly goal: string;
  readonly pass: boolean;
  /** Lowest and highest round. */
  readonly spread?: readonly [lowest: number, highest: number];
}

export interface BenchContext {
  /** Prints a sentence about how it was measured. */
  readonly report: (sentence: string) => void;
  /** The folder of the built application. */
  readonly builtApp: string;
  /** The prepared Electron. */
  readonly electronPath: string;
  /** Other lengths of the long measures than their own, from the command line. */
  readonly length: Partial<Readonly<Record<'seed' | 'hours' | 'shifts' | 'chats' | 'minutes', number | undefined>>>;
}

/** A file below `measures/` exports one of these as `measure`; it may have several rows. */
export interface BenchMeasure extends Registered<BenchContext, BenchRow> {
  /** The rows come in this order. */
  readonly order: number;
  /** It runs only if it is named: it takes long, or is a report without rows. */
  readonly isOnRequest?: boolean;
}

export type RowSettings = Pick<BenchRow, 'name' | 'unit' | 'goal'> & {
  readonly rounds: readonly number[];
  readonly floorRounds?: readonly number[];
  /** Whether the goal is met by the medians. */
  readonly isMet: (value: number, floor: number) => boolean;
};

/** The row of a figure measured in rounds: medians, their ratio, and the spread of the rounds. */
export function rowOf({ name, unit, goal, rounds, floorRounds, isMet }: RowSettings): BenchRow {
  const value = median(rounds);
  const floor = floorRounds === undefined ? null : median(floorRounds);
  return {
    name,
    value: rounded(value),
    unit,
    floor: floor === null ? null : rounded(floor),
    ratio: floor === null || floor === 0 ? null : rounded(value / floor),
    goal,
    pass: isMet(value, floor ?? NaN),
    spread: [rounded(Math.min(...rounds)), rounded(Math.max(...rounds))],
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** NaN without values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = part * (sorted.length - 1);
  const [low = NaN, high = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** Three significant digits, and whole numbers from 100 on. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
