import { describe, expect, it } from 'vitest';
import { openSettingsStore, type SettingsFile } from '../../../main/settings/settings-store';
import { defaultSettings, settingsPatch } from '../../../main/settings/settings-schema';
import type { Settings } from '../../../preload/contract';
import {
  initialSettings,
  rowsIn,
  settingGroups,
  settingRecords,
  type ChoiceRecord,
  type PartsRecord,
  type SwitchRecord,
} from '../../../preload/contract/setting-records';
import { MemoryLog } from '../../support/floor/memory-log';

const records: readonly (readonly [string, ChoiceRecord | SwitchRecord | PartsRecord])[] =
  Object.entries(settingRecords);
const plain = records.flatMap(([name, record]) =>
  record.kind === 'parts' ? [] : [[name, record.kind === 'switch' ? [true, false] : record.values] as const],
);

/** The settings after a restart of a program that stored `settings`. */
function afterRestart(settings: unknown): Settings {
  const file: SettingsFile = { read: () => settings, write: () => true };
  return openSettingsStore(file, new MemoryLog().logger).current();
}
const isAccepted = (patch: object): boolean => settingsPatch.safeParse(patch).success;

describe.each(records)('the record of %s', (name, { initial }) => {
  it('has a valid default', () => {
    expect(isAccepted({ [name]: initial })).toBe(true);
    expect(afterRestart(undefined)).toMatchObject({ [name]: initial });
  });

  it('refuses another type, and reads it from disk as the default', () => {
    const invalid = { [name]: 7 };
    expect(isAccepted(invalid)).toBe(false);
    expect(afterRestart(invalid)).toEqual(defaultSettings);
  });
});

describe.each(plain)('the setting %s', (name, values) => {
  it('takes each of its values and keeps it over a restart', () => {
    for (const value of values) {
      expect(isAccepted({ [name]: value })).toBe(true);
      expect(afterRestart({ [name]: value })).toEqual({ ...defaultSettings, [name]: value });
    }
    expect(isAccepted({ [name]: 'another' })).toBe(false);
  });
});

describe('the records', () => {
  it('give each plain setting at most one row', () => {
    const rows = settingGroups.flatMap(rowsIn);
    expect(rows.toSorted()).toEqual(
      plain
        .map(([name]) => name)
        .filter((name) => name !== 'sidePanelOpen')
        .toSorted(),
    );
  });

  it('and the attention rules are all that a window may change', () => {
    expect(isAccepted(defaultSettings)).toBe(true);
    expect(isAccepted({ unknown: true })).toBe(false);
    expect(Object.keys(defaultSettings)).toEqual([...Object.keys(initialSettings), 'attention']);
  });
});
