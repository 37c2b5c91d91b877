import type { Language } from '../../../preload/contract';
import { arabic } from './arabic';
import { english, type Words } from './english';
import { german } from './german';

const spoken: Readonly<Record<Language, Words>> = { en: english, de: german, ar: arabic };

/** What the parts outside the window say: tray, notifications, menu, in the language last chosen. The window's own words live with the window. */
export let words: Words = english;

/** From here on everything outside the window speaks this language; what is already on the screen has to be drawn again. */
export function speak(language: Language): void {
  words = spoken[language];
}

/** The first of these languages ("de-AT") that is spoken here; English where none is. */
export function firstSpoken(preferred: readonly string[]): Language {
  const languages = preferred.map((tag) => tag.split(/[-_]/u)[0]?.toLowerCase() ?? '');
  return languages.find((one): one is Language => Object.hasOwn(spoken, one)) ?? 'en';
}
