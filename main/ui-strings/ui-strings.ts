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
import { languageOf, languages, type Language } from '../../preload/contract/languages';
import { catalogues, type TextKey } from '../../renderer/locales/catalogues';
import { fallbackLanguage, pluralRules } from '../../renderer/locales/plural-rules';
import type { outsideBlocks } from './outside-blocks';

/** Texts outside the windows, and those that windows share. */
export type OutsideText = {
  readonly [Block in (typeof outsideBlocks)[number]]: TextKey<Block>;
}[(typeof outsideBlocks)[number]];

// The message compiler of vue-i18n without Vue, so that syntax and plural rules equal those of the windows.
registerMessageCompiler(compile);
registerMessageResolver(resolveValue);
registerLocaleFallbacker(fallbackWithLocaleChain);

const context = createCoreContext({
  locale: fallbackLanguage,
  fallbackLocale: fallbackLanguage,
  messages: catalogues,
  pluralRules,
});

/** Sets the language outside the windows. Texts already shown must be drawn again. */
export function setUiLanguage(language: Language): void {
  context.locale = language;
}

export function spokenLanguage(): Language {
  return languageOf(context.locale) ?? fallbackLanguage;
}

export function readingDirection(): 'ltr' | 'rtl' {
  return languages[spokenLanguage()].direction;
}

export function say(key: OutsideText, values: Readonly<Record<string, string>> = {}): string {
  return spoken(translate(context, key, values));
}

/** Returns a text with a number, grouped by the language with Western digits, as in the windows: 5,000 or 5.000. */
export function sayCount(key: OutsideText, count: number): string {
  const n = new Intl.NumberFormat(`${spokenLanguage()}-u-nu-latn`).format(count);
  return spoken(translate(context, key, { n, count: n }, count));
}

/** Returns the first of these languages ("de-AT") with a catalogue; otherwise English. */
export function firstSupportedLanguage(preferred: readonly string[]): Language {
  return preferred.map(languageOf).find((language) => language !== null) ?? fallbackLanguage;
}

function spoken(text: string | number): string {
  return String(text);
}
