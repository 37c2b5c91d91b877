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

/** A file in each language; English comes with the script. */
const loaders = {
  first: import.meta.glob<Texts>(['./*.json', '!./en.json'], { query: '?first', import: 'default' }),
  rest: import.meta.glob<Texts>('./*.json', { query: '?rest', import: 'default' }),
} satisfies Readonly<Record<CataloguePart, unknown>>;

/** Loads a part of the texts of a language. Rejects if the file cannot be read. */
export async function loadTexts(language: Language, part: CataloguePart): Promise<Texts> {
  if (language === 'en' && part === 'first') return englishFirst;
  const load = loaders[part][`./${language}.json`];
  if (load === undefined) throw new Error(`no catalogue for ${language}`);
  return load();
}
