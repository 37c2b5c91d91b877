import { app } from 'electron/main';
import type { Language, Settings } from '../../preload/contract';
import { firstSupportedLanguage, setUiLanguage } from '../ui-strings/ui-strings';

/** Returns the language of the operating system. */
export function systemLanguage(): Language {
  return firstSupportedLanguage(app.getPreferredSystemLanguages());
}

/** Applies the language to menus, tray, notifications and the fallback page. */
export function applyLanguage({ language }: Settings): void {
  setUiLanguage(language === 'system' ? systemLanguage() : language);
}
