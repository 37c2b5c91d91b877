import type { Language, Settings } from '../../preload/contract';
import type { RowSetting, SettingGroup } from '../../preload/contract/setting-records';

/** Texts that a catalogue has for each setting with a row: its title, and one for each value. Languages name themselves. */
export type SettingTexts = {
  readonly [Name in RowSetting]: Readonly<Record<'title' | Exclude<Extract<Settings[Name], string>, Language>, string>>;
} & { readonly group: Readonly<Record<SettingGroup, string>> };
