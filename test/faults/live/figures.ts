import type { Finding } from '../measure';

/** The time within which this share of the rounds ended. A round that never ended counts as endless. */
export function percentile(times: readonly (number | null)[], share: number): number {
  const sorted = times.map((time) => time ?? Number.POSITIVE_INFINITY).sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.POSITIVE_INFINITY;
}

export interface TimesFinding {
  readonly name: string;
  readonly times: readonly (number | null)[];
  readonly goalSeconds: number;
  readonly words: string;
}

export function timesFinding({ name, times, goalSeconds, words }: TimesFinding): Finding {
  const p95 = percentile(times, 0.95) / 1_000;
  const ended = times.filter((time) => time !== null);
  const worst = percentile(ended, 1) / 1_000;
  const endless = times.length - ended.length;
  const ending = endless === 0 ? '' : `, ${endless} never ended`;
  return {
    name,
    value: `p95 ${p95.toFixed(2)} s, worst ${worst.toFixed(2)} s (${times.length} rounds${ending})`,
    goal: `${words}: p95 at most ${goalSeconds} s, and every round ends`,
    pass: endless === 0 && p95 <= goalSeconds,
  };
}
