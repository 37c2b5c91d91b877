import { languageCodes, type Language } from '../../preload/contract/languages';
import type { AttentionTexts } from './attention-texts';
import type en from './en.json';
import type { SettingTexts } from './setting-texts';

/** A test compares the keys of the other languages with the English ones. */
type Catalogue = typeof en;

const files = import.meta.glob<Catalogue>('./*.json', { eager: true, import: 'default' });

function catalogueOf(language: Language): Catalogue {
  const catalogue = files[`./${language}.json`];
  if (catalogue === undefined) throw new Error(`renderer/locales/${language}.json is missing`);
  return catalogue;
}

/**
 * Every text that Sightline shows: in its windows, the tray, the menu, notifications and the stopped page. Windows load
 * only the language in use (`load-catalogue.ts`).
 */
export const catalogues = Object.fromEntries(
  languageCodes.map((language) => [language, catalogueOf(language)]),
) as Readonly<Record<Language, Catalogue>> satisfies Record<
  Language,
  AttentionTexts & { readonly settings: SettingTexts }
>;

type KeysOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${KeysOf<Texts[Key]>}`;
}[keyof Texts & string];

/** The keys of one block of the catalogue, so that the compiler finds a missing one. */
export type TextKey<Block extends keyof Catalogue> = `${Block}.${KeysOf<Catalogue[Block]>}`;
