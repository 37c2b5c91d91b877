import type { Failure } from './measure';

/** Result of a stretch of cases. Plain data, so that another process can return it. */
export interface Tally {
  cases: number;
  readonly sums: Record<string, number>;
  readonly samples: Record<string, number[]>;
  /** The first few failures; more would add nothing. */
  readonly failures: Failure[];
}

const mostFailures = 12;

export function emptyTally(): Tally {
  return { cases: 0, sums: {}, samples: {}, failures: [] };
}

export function add(tally: Tally, name: string, amount: number): void {
  tally.sums[name] = (tally.sums[name] ?? 0) + amount;
}

export function sample(tally: Tally, name: string, value: number): void {
  (tally.samples[name] ??= []).push(value);
}

export function noteFailure(tally: Tally, failure: Failure): void {
  if (tally.failures.length < mostFailures) tally.failures.push(failure);
}

export function merged(tallies: readonly Tally[]): Tally {
  const all = emptyTally();
  for (const { cases, sums, samples, failures } of tallies) {
    all.cases += cases;
    for (const [name, amount] of Object.entries(sums)) add(all, name, amount);
    for (const [name, values] of Object.entries(samples)) for (const value of values) sample(all, name, value);
    for (const failure of failures) noteFailure(all, failure);
  }
  return all;
}

export function percentile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((one, other) => one - other);
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;
}
