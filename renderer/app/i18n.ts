import { createI18n } from 'vue-i18n';
import type { Language } from '../../preload/contract';
import ar from '../locales/ar.json';
import de from '../locales/de.json';
import en from '../locales/en.json';
import { groupNumbersOf } from './grouped-numbers';

const arabicForms = new Intl.PluralRules('ar');
/** In this order the forms of a counted Arabic text stand in the catalogue. */
const arabicOrder: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The catalogues of every text on the screen; messages are compiled at build time. */
export function createAppI18n() {
  const i18n = createI18n({
    legacy: false,
    locale: 'en' satisfies Language,
    fallbackLocale: 'en' satisfies Language,
    messages: { en, de, ar },
    pluralRules: { ar: (count: number) => arabicOrder.indexOf(arabicForms.select(count)) },
  });
  groupNumbersOf(i18n.global);
  return i18n;
}
