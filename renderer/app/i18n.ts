import { createI18n } from 'vue-i18n';
import en from '../locales/en.json';

/** The catalogue of every text on the screen. English until a second language exists; messages are compiled at build time. */
export function createAppI18n() {
  return createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { en },
  });
}
