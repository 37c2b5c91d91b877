import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { languages, type Language } from '../../preload/contract/languages';
import { loadTexts, type CataloguePart, type Texts } from '../locales/load-catalogue';
import { fallbackLanguage } from '../locales/plural-rules';
import { useSessionStore } from '../stores/session.store';
import { useSettingsStore } from '../stores/settings.store';

/** The part of vue-i18n's translator used here. */
export interface Translator {
  getLocaleMessage(language: Language): object;
  mergeLocaleMessage(language: Language, texts: Texts): void;
}

/** A block of each part: a part is loaded when its block is there. */
const blockOf: Readonly<Record<CataloguePart, string>> = { first: 'signIn', rest: 'chatList' };

function hasTexts(translator: Translator, language: Language, part: CataloguePart): boolean {
  return Object.hasOwn(translator.getLocaleMessage(language), blockOf[part]);
}

/** The language that the supervisor chose, or that of the system. */
function chosenLanguage(): Language {
  const chosen = useSettingsStore().settings.language;
  return chosen === 'system' ? (useSessionStore().facts?.systemLanguage ?? fallbackLanguage) : chosen;
}

type ReadTexts = typeof loadTexts;

/** Adds a part of the texts of a language, unless it is there. Returns whether it is there now. */
async function addTexts(
  translator: Translator,
  language: Language,
  part: CataloguePart,
  read: ReadTexts,
): Promise<boolean> {
  if (hasTexts(translator, language, part)) return true;
  try {
    translator.mergeLocaleMessage(language, await read(language, part));
    return true;
  } catch (cause) {
    reportError(cause);
    return false;
  }
}

/**
 * Loads a part of the texts of the chosen language, so that what is mounted afterwards never shows another language
 * first. If they cannot be read, the window is English, also if only the first part cannot.
 */
export async function loadLanguage(
  translator: Translator,
  part: CataloguePart,
  language: Language = chosenLanguage(),
  read: ReadTexts = loadTexts,
): Promise<void> {
  const needed: readonly CataloguePart[] = part === 'first' ? ['first'] : ['first', 'rest'];
  const added = await Promise.all(needed.map((one) => addTexts(translator, language, one, read)));
  if (added.includes(false) && language !== fallbackLanguage) {
    await loadLanguage(translator, part, fallbackLanguage, read);
  }
}

/**
 * Applies the chosen language and its direction to the texts and the document, also at run time: a language that was not
 * used yet as soon as all its texts are loaded.
 */
export function useLanguage(read: ReadTexts = loadTexts): { readonly direction: ComputedRef<'ltr' | 'rtl'> } {
  const translator = useI18n();
  const applied = shallowRef<Language>(fallbackLanguage);
  const apply = (language: Language): void => {
    applied.value = language;
    translator.locale.value = language;
    document.documentElement.lang = language;
    document.documentElement.dir = languages[language].direction;
  };
  watch(
    // The first part may be there only at a later try.
    [chosenLanguage, () => hasTexts(translator, chosenLanguage(), 'first')],
    async ([language], [before]) => {
      const parts: readonly CataloguePart[] = before === undefined ? ['first'] : ['first', 'rest'];
      const isComplete = (): boolean => parts.every((part) => hasTexts(translator, language, part));
      if (!isComplete()) await Promise.all(parts.map((part) => loadLanguage(translator, part, language, read)));
      if (isComplete() && language === chosenLanguage()) apply(language);
    },
    { immediate: true },
  );
  return { direction: computed(() => languages[applied.value].direction) };
}
