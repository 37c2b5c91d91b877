import { languageCodes, type Language } from '../../preload/contract/languages';
import type { AttentionTexts } from './attention-texts';
import ar from './ar.json';
import de from './de.json';
import en from './en.json';
import type { SettingTexts } from './setting-texts';

/** Every text that Sightline shows: in its windows, the tray, the menu, notifications and the stopped page. */
export const catalogues = { en, de, ar } satisfies Record<
  Language,
  AttentionTexts & { readonly settings: SettingTexts }
>;

export const fallbackLanguage = 'en' satisfies Language;

type KeysOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${KeysOf<Texts[Key]>}`;
}[keyof Texts & string];

/** The keys of one block of the catalogue, so that the compiler finds a missing one. */
export type TextKey<Block extends keyof typeof en> = `${Block}.${KeysOf<(typeof en)[Block]>}`;

/** The order of the forms of a counted text. */
const orderOfForms: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

function formsOf(language: Language): readonly Intl.LDMLPluralRule[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return orderOfForms.filter((form) => pluralCategories.includes(form));
}

/** Which form a number takes in languages with more than two. */
export const pluralRules: Readonly<Record<string, (count: number) => number>> = Object.fromEntries(
  languageCodes
    .filter((language) => formsOf(language).length > 2)
    .map((language) => {
      const [forms, rules] = [formsOf(language), new Intl.PluralRules(language)];
      return [language, (count: number): number => forms.indexOf(rules.select(count))];
    }),
);
