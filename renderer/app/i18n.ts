import { createI18n } from 'vue-i18n';
import { catalogues, fallbackLanguage, pluralRules } from '../locales/catalogues';
import { groupNumbersOf } from './grouped-numbers';

/** The translations of the windows; messages are compiled at build time. */
export function createAppI18n() {
  const i18n = createI18n({
    legacy: false,
    locale: fallbackLanguage,
    fallbackLocale: fallbackLanguage,
    messages: catalogues,
    pluralRules,
  });
  groupNumbersOf(i18n.global);
  return i18n;
}
