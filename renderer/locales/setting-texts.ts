import type { Settings } from '../../preload/contract';
import type { RowSetting, SettingGroup } from '../../preload/contract/setting-records';

/** Texts that a catalogue has for each setting with a row: its title, and one for each value. */
export type SettingTexts = {
  readonly [Name in RowSetting]: Readonly<
    Record<'title' | (Settings[Name] extends string ? Settings[Name] : never), string>
  >;
} & { readonly group: Readonly<Record<SettingGroup, string>> };
