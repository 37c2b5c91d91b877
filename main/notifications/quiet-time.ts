import type { AlertSettings } from '../../preload/contract';

export type Pause = 'quarter' | 'hour' | 'tomorrow';

const minuteMs = 60_000;
/** Hour of the local day at which a pause until tomorrow ends: after a night shift, before an early one. */
const morningHour = 6;

/** Returns whether notifications are silenced by a pause or by the quiet hours. */
export function isQuiet({ pausedUntil, quietHours }: AlertSettings, now: number): boolean {
  if (pausedUntil !== null && now < pausedUntil) return true;
  if (!quietHours.isOn) return false;
  const { fromMinute, toMinute } = quietHours;
  const minute = minuteOfDay(now);
  return fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}

/** Returns the next time after `now` at which `isQuiet` may change; `null` if there is none. */
export function nextQuietChange({ pausedUntil, quietHours }: AlertSettings, now: number): number | null {
  const times = pausedUntil !== null && now < pausedUntil ? [pausedUntil] : [];
  if (quietHours.isOn) {
    const minute = minuteOfDay(now);
    const startOfMinute = now - (now % minuteMs);
    for (const edge of [quietHours.fromMinute, quietHours.toMinute]) {
      const minutes = (edge - minute + 24 * 60) % (24 * 60);
      times.push(startOfMinute + (minutes === 0 ? 24 * 60 : minutes) * minuteMs);
    }
  }
  return times.length === 0 ? null : Math.min(...times);
}

/** Returns when a pause that begins now ends. */
export function pauseEnd(pause: Pause, now: number): number {
  if (pause === 'quarter') return now + 15 * minuteMs;
  if (pause === 'hour') return now + 60 * minuteMs;
  const end = new Date(now);
  end.setDate(end.getDate() + 1);
  end.setHours(morningHour, 0, 0, 0);
  return end.getTime();
}

function minuteOfDay(now: number): number {
  const at = new Date(now);
  return at.getHours() * 60 + at.getMinutes();
}
