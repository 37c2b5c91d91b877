import { createI18n } from 'vue-i18n';
import type { Language } from '../../preload/contract/languages';
import { builtInTexts, type Texts } from '../locales/load-catalogue';
import { fallbackLanguage, pluralRules } from '../locales/plural-rules';
import { groupNumbersOf } from './grouped-numbers';

/**
 * The translations of a window; messages are compiled at build time. Other languages than the given ones are added when
 * they are used, and so is what the sign-in page does not show (`use-language.ts`).
 */
export function createAppI18n(texts: Readonly<Partial<Record<Language, Texts>>> = builtInTexts) {
  const i18n = createI18n({
    legacy: false,
    locale: fallbackLanguage,
    fallbackLocale: fallbackLanguage,
    messages: texts,
    pluralRules,
  });
  groupNumbersOf(i18n.global);
  return i18n;
}
