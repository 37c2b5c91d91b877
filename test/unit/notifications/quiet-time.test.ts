import { describe, expect, it } from 'vitest';
import { isQuiet, nextQuietChange, pauseEnd } from '../../../main/notifications/quiet-time';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { AlertSettings } from '../../../preload/contract';

const at = (hours: number, minutes = 0, day = 5): number => new Date(2026, 0, day, hours, minutes).getTime();

function settingsWith(changes: Partial<AlertSettings>): AlertSettings {
  return { ...defaultSettings.alerts, ...changes };
}

const night = settingsWith({ quietHours: { isOn: true, fromMinute: 20 * 60, toMinute: 7 * 60 } });
const noon = settingsWith({ quietHours: { isOn: true, fromMinute: 12 * 60, toMinute: 13 * 60 } });

describe('isQuiet', () => {
  it.each([
    ['before a night', night, at(19, 59), false],
    ['at the start of a night', night, at(20), true],
    ['after midnight', night, at(6, 59), true],
    ['in the morning', night, at(7), false],
    ['at noon', noon, at(12, 30), true],
    ['after noon', noon, at(13), false],
    ['with quiet hours off', settingsWith({}), at(22), false],
    ['in a pause', settingsWith({ pausedUntil: at(10) }), at(9, 59), true],
    ['after a pause', settingsWith({ pausedUntil: at(10) }), at(10), false],
  ])('%s', (_name, settings, now, expected) => {
    expect(isQuiet(settings, now)).toBe(expected);
  });
});

describe('nextQuietChange', () => {
  it('names the next edge of pause and quiet hours', () => {
    expect(nextQuietChange(settingsWith({}), at(9))).toBeNull();
    expect(nextQuietChange(night, at(9))).toBe(at(20));
    expect(nextQuietChange(night, at(21))).toBe(at(7, 0, 6));
    expect(nextQuietChange({ ...night, pausedUntil: at(10) }, at(9))).toBe(at(10));
  });
});

describe('pauseEnd', () => {
  it('ends after the span, or on the next morning', () => {
    expect(pauseEnd('quarter', at(9))).toBe(at(9, 15));
    expect(pauseEnd('hour', at(9))).toBe(at(10));
    expect(pauseEnd('tomorrow', at(23))).toBe(at(6, 0, 6));
    expect(pauseEnd('tomorrow', at(1))).toBe(at(6, 0, 6));
  });
});
