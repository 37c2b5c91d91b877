import {
  compile,
  createCoreContext,
  fallbackWithLocaleChain,
  registerLocaleFallbacker,
  registerMessageCompiler,
  registerMessageResolver,
  resolveValue,
  translate,
} from '@intlify/core-base';
import type { Language } from '../../preload/contract';
import { catalogues, fallbackLanguage, pluralRules, type TextKey } from '../../renderer/locales/catalogues';

/** The texts for use outside the windows, and those that both show. */
export type OutsideText = TextKey<'outside'> | TextKey<'connection'> | TextKey<'shell'> | TextKey<'many'>;

// The engine of vue-i18n without Vue: the windows' message syntax and plural rules hold here too.
registerMessageCompiler(compile);
registerMessageResolver(resolveValue);
registerLocaleFallbacker(fallbackWithLocaleChain);

const context = createCoreContext({
  locale: fallbackLanguage,
  fallbackLocale: fallbackLanguage,
  messages: catalogues,
  pluralRules,
});

/** Outside the windows everything is in this language from now on; what is already on the screen has to be drawn again. */
export function setUiLanguage(language: Language): void {
  context.locale = language;
}

export function spokenLanguage(): Language {
  return languageOf(context.locale) ?? fallbackLanguage;
}

export function readingDirection(): 'ltr' | 'rtl' {
  return spokenLanguage() === 'ar' ? 'rtl' : 'ltr';
}

export function say(key: OutsideText, values: Readonly<Record<string, string>> = {}): string {
  return spoken(translate(context, key, values));
}

/** A text with a number in it, grouped by the language with Western digits, as in the windows: 5,000 or 5.000. */
export function sayCount(key: OutsideText, count: number): string {
  const n = new Intl.NumberFormat(`${spokenLanguage()}-u-nu-latn`).format(count);
  return spoken(translate(context, key, { n, count: n }, count));
}

/** The first of these languages ("de-AT") that has a catalogue; English where none has. */
export function firstSupportedLanguage(preferred: readonly string[]): Language {
  return preferred.map(languageOf).find((language) => language !== null) ?? fallbackLanguage;
}

function languageOf(tag: string): Language | null {
  const [language] = tag.split(/[-_]/u);
  return (Object.keys(catalogues) as Language[]).find((one) => one === language?.toLowerCase()) ?? null;
}

function spoken(text: string | number): string {
  return String(text);
}
