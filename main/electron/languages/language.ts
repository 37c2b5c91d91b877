import { app } from 'electron/main';
import type { Language, Settings } from '../../../preload/contract';
import { firstSpoken, speak } from './words';

/** What "as the system" means on this workstation. */
export function systemLanguage(): Language {
  return firstSpoken(app.getPreferredSystemLanguages());
}

/** Makes everything outside the window speak as chosen. */
export function useLanguage({ language }: Settings): void {
  speak(language === 'system' ? systemLanguage() : language);
}
