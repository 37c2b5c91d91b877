import { languageOf, languages } from '../../../preload/contract/languages';
import type { RowSetting } from '../../../preload/contract/setting-records';

/** Returns the name of a setting's value. A language has its own name in every language. */
export function settingValueText(name: RowSetting, value: string, t: (key: string) => string): string {
  const language = name === 'language' ? languageOf(value) : null;
  return language === null ? t(`settings.${name}.${value}`) : languages[language].ownName;
}
