import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { languages, type Language } from '../../preload/contract/languages';
import { loadCatalogue, type Catalogue } from '../locales/load-catalogue';
import { fallbackLanguage } from '../locales/plural-rules';
import { useSessionStore } from '../stores/session.store';
import { useSettingsStore } from '../stores/settings.store';

/** The part of vue-i18n's translator used here. */
interface Translator {
  readonly availableLocales: readonly string[];
  setLocaleMessage(language: Language, texts: Catalogue): void;
}

/** The language that the supervisor chose, or that of the system. */
function chosenLanguage(): Language {
  const chosen = useSettingsStore().settings.language;
  return chosen === 'system' ? (useSessionStore().facts?.systemLanguage ?? fallbackLanguage) : chosen;
}

/**
 * Loads the texts of the chosen language, so that a window that is mounted afterwards never shows another one first.
 * Without them, the window is English.
 */
export async function loadLanguage(translator: Translator, language: Language = chosenLanguage()): Promise<void> {
  if (translator.availableLocales.includes(language)) return;
  try {
    translator.setLocaleMessage(language, await loadCatalogue(language));
  } catch (cause) {
    reportError(cause);
  }
}

/**
 * Applies the chosen language and its direction to the texts and the document, also at run time: a language that was not
 * used yet as soon as its texts are loaded.
 */
export function useLanguage(): { readonly direction: ComputedRef<'ltr' | 'rtl'> } {
  const translator = useI18n();
  const applied = shallowRef<Language>(fallbackLanguage);
  const isLoaded = (language: Language): boolean => translator.availableLocales.includes(language);
  const apply = (language: Language): void => {
    applied.value = language;
    translator.locale.value = language;
    document.documentElement.lang = language;
    document.documentElement.dir = languages[language].direction;
  };
  watch(
    chosenLanguage,
    async (language) => {
      if (!isLoaded(language)) await loadLanguage(translator, language);
      if (isLoaded(language) && language === chosenLanguage()) apply(language);
    },
    { immediate: true },
  );
  return { direction: computed(() => languages[applied.value].direction) };
}
