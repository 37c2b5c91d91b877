import type { Quirks } from './quirks';

const two = (value: number): string => String(value).padStart(2, '0');

/** `yyyy-MM-dd HH:mm:ss.SSSZ` in UTC, the offset without a colon; or one of the misprints of the samples. */
export function wireDate(epochMs: number, quirks: Quirks): string {
  const date = new Date(epochMs);
  const day = `${String(date.getUTCFullYear())}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  const colon = quirks.datesWithSpacedColons ? ': ' : ':';
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(colon);
  const milliseconds = String(date.getUTCMilliseconds()).padStart(3, '0');
  return `${day}${quirks.datesWithoutBlank ? '' : ' '}${time}.${milliseconds}+0000`;
}

export function wireTimestamp(epochMs: number, quirks: Quirks): number {
  return quirks.timestampsInSeconds ? Math.floor(epochMs / 1000) : epochMs;
}
