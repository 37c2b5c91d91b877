const pattern =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T]?\s*(\d{1,2})\s*:\s*(\d{2})\s*:\s*(\d{2})(?:\s*[.,]\s*(\d{1,9}))?\s*(Z|[+-]\d{2}\s*:?\s*\d{2})?\s*$/i;

/**
 * Epoch milliseconds of a date as the server writes it: `2014-01-09 11:58:12.035+0200`, also with the blank lost, blanks
 * too many, `T`, a colon in the offset or `Z`. Without an offset it is read as UTC. `null` when it is no such date.
 */
export function parseServerDate(value: unknown): number | null {
  if (typeof value === 'number') return epochMilliseconds(value);
  if (typeof value !== 'string' || value.length > 64) return null;
  const match = pattern.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction = '', offset = 'Z'] = match;
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const [y, mo, d, h, mi, s] = parts;
  if (mo < 1 || mo > 12 || d < 1 || d > 31 || h > 24 || mi > 59 || s > 60) return null;
  return Date.UTC(y, mo - 1, d, h, mi, s, millisecond) - offsetMs(offset);
}

/** The field called seconds carries milliseconds in everything seen; real seconds are told by their size. */
export function epochMilliseconds(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0 || value > 8.64e15) return null;
  return value < 1e11 ? Math.round(value * 1000) : Math.round(value);
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.replace(/[^\d]/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
