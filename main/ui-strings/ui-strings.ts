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

/**
 * Texts of the current language without names in them, by key, or by key and number. The tray and the alerts ask for the same
 * few many times a second, and translating them was a large part of what they cost.
 */
const plainTexts = new Map<string, string>();
const mostPlainTexts = 1_000;
/** Made with the first number, because the tray of a console that is signed out has none. */
let numbers: Intl.NumberFormat | null = null;

/** Sets the language outside the windows. Texts already shown must be drawn again. */
export function setUiLanguage(language: Language): void {
  if (language === spokenLanguage()) return;
  context.locale = language;
  numbers = null;
  plainTexts.clear();
}

export function spokenLanguage(): Language {
  return languageOf(context.locale) ?? fallbackLanguage;
}

export function readingDirection(): 'ltr' | 'rtl' {
  return languages[spokenLanguage()].direction;
}

export function say(key: OutsideText, values?: Readonly<Record<string, string>>): string {
  const text = (): string => String(translate(context, key, values ?? {}));
  return values === undefined ? plainText(key, text) : text();
}

/** Returns a text with a number, grouped by the language with Western digits, as in the windows: 5,000 or 5.000. */
export function sayCount(key: OutsideText, count: number): string {
  return plainText(`${key} ${String(count)}`, () => {
    numbers ??= new Intl.NumberFormat(`${spokenLanguage()}-u-nu-latn`);
    const n = numbers.format(count);
    return String(translate(context, key, { n, count: n }, count));
  });
}

function plainText(name: string, make: () => string): string {
  const known = plainTexts.get(name);
  if (known !== undefined) return known;
  if (plainTexts.size >= mostPlainTexts) plainTexts.clear();
  const text = make();
  plainTexts.set(name, text);
  return text;
}

/** Returns the first of these languages ("de-AT") with a catalogue; otherwise English. */
export function firstSupportedLanguage(preferred: readonly string[]): Language {
  return preferred.map(languageOf).find((language) => language !== null) ?? fallbackLanguage;
}
