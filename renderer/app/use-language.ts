import { computed, watchEffect, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { languages, type Language } from '../../preload/contract/languages';
import { useSessionStore } from '../stores/session.store';
import { useSettingsStore } from '../stores/settings.store';

/** Applies the chosen language and its direction to the texts and the document, also at run time. */
export function useLanguage(): { readonly direction: ComputedRef<'ltr' | 'rtl'> } {
  const { locale } = useI18n();
  const settings = useSettingsStore();
  const session = useSessionStore();
  const language = computed<Language>(() => {
    const chosen = settings.settings.language;
    return chosen === 'system' ? (session.facts?.systemLanguage ?? 'en') : chosen;
  });
  const direction = computed(() => languages[language.value].direction);
  watchEffect(() => {
    locale.value = language.value;
    document.documentElement.lang = language.value;
    document.documentElement.dir = direction.value;
  });
  return { direction };
}
