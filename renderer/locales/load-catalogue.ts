import type { Language } from '../../preload/contract/languages';
import type { catalogues } from './catalogues';
import first from './en.json?first';

/** Some blocks of a catalogue. */
export type Texts = Partial<(typeof catalogues)['en']>;
/** What a window shows before it is signed in (`first-blocks.ts`), and everything else. */
export type CataloguePart = 'first' | 'rest';

// The compiler does not know what the build makes of a catalogue.
const englishFirst: Texts = first;

/** In every window from the start, because English is the language to fall back to. */
export const builtInTexts = { en: englishFirst };

const loaders: Readonly<Record<Language, Readonly<Record<CataloguePart, () => Promise<{ readonly default: Texts }>>>>> =
  {
    en: { first: () => Promise.resolve({ default: englishFirst }), rest: () => import('./en.json?rest') },
    de: { first: () => import('./de.json?first'), rest: () => import('./de.json?rest') },
    ar: { first: () => import('./ar.json?first'), rest: () => import('./ar.json?rest') },
  };

/** Loads a part of the texts of a language. Rejects if the file cannot be read. */
export async function loadTexts(language: Language, part: CataloguePart): Promise<Texts> {
  return (await loaders[language][part]()).default;
}
