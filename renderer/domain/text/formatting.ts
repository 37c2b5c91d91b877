import { languageOf, languages } from '../../../preload/contract/languages';

/** Formats times, durations and lists. The only user of `Intl`. */
export interface Formatting {
  /** 21:04 */
  time(at: number): string;
  /** 22 November 2026, 21:04:07: for tooltips. */
  moment(at: number): string;
  /** Sunday, 22 November */
  day(at: number): string;
  /** 22 Nov 2026: for dates of other years. */
  date(at: number): string;
  /** The calendar day as a comparable key. */
  dayKey(at: number): string;
  /** "Kim, Ana and Lena" */
  list(names: readonly string[]): string;
  number(value: number): string;
  /** "11 min", "2 hr, 5 min"; less than a minute is "0 min". */
  age(spanMs: number): string;
}

export function createFormatting(locale: string, timeZone?: string): Formatting {
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const moment = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'long', timeStyle: 'medium', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(locale, { ...zone, weekday: 'long', day: 'numeric', month: 'long' });
  const date = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'medium' });
  const dayKey = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = new Intl.NumberFormat(locale);
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'short' });
  return {
    time: (at) => time.format(at),
    moment: (at) => moment.format(at),
    day: (at) => day.format(at),
    date: (at) => date.format(at),
    dayKey: rememberPerQuarterHour((at) => dayKey.format(at)),
    list: (names) => list.format(names),
    number: (value) => number.format(value),
    age: (spanMs) => {
      const whole = Math.floor(Math.max(0, spanMs) / 60_000);
      if (whole < 60) return minutes.format(whole);
      const rest = whole % 60;
      const parts = [hours.format(Math.floor(whole / 60)), ...(rest === 0 ? [] : [minutes.format(rest)])];
      return parts.join(' ');
    },
  };
}

const quarterHourMs = 15 * 60_000;

/**
 * Remembers the last answer for a quarter of an hour, in which no time zone begins a day: a transcript asks for the day
 * of each entry in turn.
 */
function rememberPerQuarterHour(dayOf: (at: number) => string): (at: number) => string {
  let [quarterHour, day] = [Number.NaN, ''];
  return (at) => {
    const current = Math.floor(at / quarterHourMs);
    if (current !== quarterHour) [quarterHour, day] = [current, dayOf(at)];
    return day;
  };
}

/** A duration as a clock: 0:07, 3:41, 1:02:03. The same in every language, so that digits align. */
export function formatElapsed(spanMs: number): string {
  const seconds = Math.floor(Math.max(0, spanMs) / 1000);
  const padded = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = padded(seconds % 60);
  return hours > 0 ? `${String(hours)}:${padded(minutes)}:${tail}` : `${String(minutes)}:${tail}`;
}

const made = new Map<string, Formatting>();
let readZone = computerZone;

/** The computer's current time zone, which may change at run time. */
export function computerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Sets the reactive source of the time zone; a change renders every displayed time again. */
export function readZoneFrom(source: () => string): void {
  readZone = source;
}

/** The formatting of a language in the local time zone, cached because construction is slow. */
export function formattingFor(locale: string): Formatting {
  const zone = readZone();
  const key = `${locale} ${zone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  // Western digits in every language, so that they align with the clocks.
  const language = languageOf(locale);
  const formats = language === null ? locale : languages[language].formats;
  const formatting = createFormatting(`${formats}-u-nu-latn`, zone);
  made.set(key, formatting);
  return formatting;
}
