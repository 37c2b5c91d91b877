import { app } from 'electron/main';
import type { Language, Settings } from '../../../preload/contract';
import { firstSupportedLanguage, setUiLanguage } from '../../ui-strings/ui-strings';

/** What "as the system" means on this workstation. */
export function systemLanguage(): Language {
  return firstSupportedLanguage(app.getPreferredSystemLanguages());
}

/** Makes everything outside the window speak as chosen. */
export function applyLanguage({ language }: Settings): void {
  setUiLanguage(language === 'system' ? systemLanguage() : language);
}
