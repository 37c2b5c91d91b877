/** Minutes east of UTC for unambiguous abbreviations; "CST" and "IST" have several meanings and are left out. */
const abbreviations: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  JST: 540,
};

const offset = /^(?:UTC|GMT)?([+-])(\d{1,2})(?:\s*:?\s*(\d{2}))?$/i;
const region = /^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/;

/**
 * Returns the offset of a zone from UTC in milliseconds at the local time `localAsUtc` (the local time read as if it
 * were UTC). Accepts an offset, an abbreviation or a region such as `Europe/Berlin`; returns `null` for an unknown
 * or ambiguous zone.
 */
export function zoneOffsetMs(zone: string, localAsUtc: number): number | null {
  const match = offset.exec(zone);
  if (match !== null) {
    const [, sign, hours, minutes = '0'] = match;
    const total = Number(hours) * 60 + Number(minutes);
    return total > 14 * 60 ? null : (sign === '-' ? -1 : 1) * total * 60_000;
  }
  const minutes = Object.hasOwn(abbreviations, zone.toUpperCase()) ? abbreviations[zone.toUpperCase()] : undefined;
  if (minutes !== undefined) return minutes * 60_000;
  return region.test(zone) ? regionOffsetMs(zone, localAsUtc) : null;
}

function regionOffsetMs(timeZone: string, localAsUtc: number): number | null {
  const clock = clockIn(timeZone);
  if (clock === null) return null;
  // The first result may lie on the other side of a daylight-saving change; the second corrects it.
  const first = readClock(clock, localAsUtc) - localAsUtc;
  return readClock(clock, localAsUtc - first) - (localAsUtc - first);
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();
/** Limits the cache: a hostile server could send any number of zone names. */
const maxClocks = 50;

function clockIn(timeZone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  if (clocks.size >= maxClocks) clocks.clear();
  const clock = createClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

function createClock(timeZone: string): Intl.DateTimeFormat | null {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', era: 'short', second: 'numeric', ...parts });
  } catch {
    // Unknown zone.
    return null;
  }
}

/** Returns the local time at that instant, read as if it were UTC. */
function readClock(clock: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const whole = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return whole + (((at % 1000) + 1000) % 1000);
}
