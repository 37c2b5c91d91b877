import { createI18n } from 'vue-i18n';
import type { Language } from '../../preload/contract/languages';
import { builtInCatalogues, type Catalogue } from '../locales/load-catalogue';
import { fallbackLanguage, pluralRules } from '../locales/plural-rules';
import { groupNumbersOf } from './grouped-numbers';

/**
 * The translations of a window; messages are compiled at build time. Other languages than the given ones are added when
 * they are used (`use-language.ts`).
 */
export function createAppI18n(catalogues: Readonly<Partial<Record<Language, Catalogue>>> = builtInCatalogues) {
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
