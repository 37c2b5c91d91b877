import type { AttentionRuleRecord } from '../../../preload/contract/attention-rules';

/** What a threshold counts. */
export type Measure = AttentionRuleRecord['measure'];

const most = { time: 86_400, times: 1_000 } as const;

/** Formats a duration as "1:30" and a count as "3". */
export function thresholdText(value: number, measure: Measure): string {
  if (measure === 'times') return String(value);
  return `${String(Math.floor(value / 60))}:${String(value % 60).padStart(2, '0')}`;
}

/** Parses "1:30", "2" (minutes) or "90s"; `null` for anything else. */
export function parseThreshold(text: string, measure: Measure): number | null {
  const found =
    measure === 'times'
      ? /^\s*(\d{1,4})\s*$/u.exec(text)
      : /^\s*(?:(\d{1,4})(?::(\d{1,2}))?|(\d{1,5})\s*s)\s*$/u.exec(text);
  if (found === null) return null;
  const [, first = '0', second = '0', seconds] = found;
  const value =
    measure === 'times' ? Number(first) : seconds === undefined ? Number(first) * 60 + Number(second) : Number(seconds);
  return value >= 1 && value <= most[measure] ? value : null;
}

/** Returns the step of the arrow keys; it grows with the value. */
export function stepThreshold(value: number, up: boolean, measure: Measure): number {
  const step = measure === 'times' ? 1 : value + (up ? 0 : -1) < 60 ? 5 : value + (up ? 0 : -1) < 300 ? 15 : 60;
  const floor = measure === 'times' ? 1 : 5;
  return Math.min(most[measure], Math.max(floor, value + (up ? step : -step)));
}
