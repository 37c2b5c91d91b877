import { languageCodes, type Language } from '../../preload/contract/languages';

export const fallbackLanguage = 'en' satisfies Language;

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
