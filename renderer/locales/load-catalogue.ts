import type { Language } from '../../preload/contract/languages';
import en from './en.json';

export type Catalogue = typeof en;

/** English is in every window: it is the language to fall back to. */
export const builtInCatalogues = { en };

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: unknown }>>> = {
  de: () => import('./de.json'),
  ar: () => import('./ar.json'),
};

/** Loads the texts of a language. Rejects if the file cannot be read. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  // The compiler cannot see that a text that the build compiled is no string any more.
  return language === 'en' ? en : ((await loaders[language]()).default as Catalogue);
}
