import { parseHttpDate } from '../session/http-date';
import { zoneOffsetMs } from './time-zone';

const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[ T]?\s*(\d{1,2})\s*:\s*(\d{2})\s*:\s*(\d{2})(?:\s*[.,]\s*(\d{1,9}))?\s*([a-z+-][^\s]*(?:\s*:\s*\d{2})?)?$/i;

/** A time sent by the server. `isGuess`: the date had no zone and was read as UTC. */
export interface ServerTime {
  readonly at: number;
  readonly isGuess: boolean;
}

/**
 * Parses a date as servers write it: `2014-01-09 11:58:12.035+0200`, also without the blank, with extra blanks, with
 * `T`, with an offset in hours or a zone name, as epoch milliseconds or seconds (quoted or not), or as an HTTP date.
 * Returns `null` for anything else.
 */
export function readServerTime(value: unknown): ServerTime | null {
  if (typeof value === 'number') return certainTime(epochMilliseconds(value));
  if (typeof value !== 'string' || value.length > 64) return null;
  const text = value.trim();
  if (/^\d{9,16}(?:\.\d+)?$/.test(text)) return certainTime(epochMilliseconds(Number(text)));
  const match = pattern.exec(text);
  if (match === null) return certainTime(parseHttpDate(text));
  const [, year, month, day, hour, minute, second, fraction = '', zone] = match;
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
  if (!isDay(y, mo, d) || h > 24 || mi > 59 || s > 60) return null;
  const asUtc = Date.UTC(y, mo - 1, d, h, mi, s, millisecond);
  const offsetMs = zone === undefined ? null : zoneOffsetMs(zone, asUtc);
  return { at: asUtc - (offsetMs ?? 0), isGuess: offsetMs === null };
}

/** Returns epoch milliseconds, also if the zone had to be guessed: for dates that are not compared with others. */
export function parseServerDate(value: unknown): number | null {
  return readServerTime(value)?.at ?? null;
}

/** The field named seconds holds milliseconds in every captured frame; real seconds are recognised by their size. */
export function epochMilliseconds(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0 || value > 8.64e15) return null;
  return value < 1e11 ? Math.round(value * 1000) : Math.round(value);
}

function certainTime(at: number | null): ServerTime | null {
  return at === null ? null : { at, isGuess: false };
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
