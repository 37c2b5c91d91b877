import type { Language } from '../../preload/contract/languages';
import type { AttentionTexts } from './attention-texts';
import ar from './ar.json';
import de from './de.json';
import en from './en.json';
import type { SettingTexts } from './setting-texts';

/**
 * Every text that Sightline shows: in its windows, the tray, the menu, notifications and the stopped page. Windows load
 * only the language in use (`load-catalogue.ts`).
 */
export const catalogues = { en, de, ar } satisfies Record<
  Language,
  AttentionTexts & { readonly settings: SettingTexts }
>;

type KeysOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${KeysOf<Texts[Key]>}`;
}[keyof Texts & string];

/** The keys of one block of the catalogue, so that the compiler finds a missing one. */
export type TextKey<Block extends keyof typeof en> = `${Block}.${KeysOf<(typeof en)[Block]>}`;
