import type { PolicyState } from './model/policy';
import { initialSettings, type RecordedSettings } from './setting-records';

/** Who decided a setting: the administrator, the user by a change, or no one, so that the default applies. */
export type SettingSource = 'administrator' | 'user' | 'default';

/** Returns where the value of a setting comes from. `isSame` compares values with parts. */
export function settingSource<Name extends keyof RecordedSettings>(
  name: Name,
  value: RecordedSettings[Name],
  { locked, isSame }: Pick<PolicyState, 'locked'> & { readonly isSame: (one: unknown, other: unknown) => boolean },
): SettingSource {
  if (locked.includes(name)) return 'administrator';
  return isSame(value, initialSettings[name]) ? 'default' : 'user';
}
