import { partsOf } from './chord';

/** Keys that are printed with a word, by their name in `KeyboardEvent.key`; `Hold` marks a key that must be held. */
const wordCaps = [
  'Hold',
  'Control',
  'Shift',
  'Alt',
  'Enter',
  'Escape',
  'Space',
  'Backspace',
  'Delete',
  'Tab',
  'Home',
  'End',
  'PageUp',
  'PageDown',
] as const;
export type WordCap = (typeof wordCaps)[number];
/** The word on a key in the language of the window. */
export type CapWord = (cap: WordCap) => string;

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const english: Partial<Record<WordCap, string>> = { Control: 'Ctrl', Escape: 'Esc', PageUp: 'PgUp', PageDown: 'PgDn' };

/** The words on an English keyboard. */
export const englishCapWord: CapWord = (cap) => english[cap] ?? cap;

/** Keys as printed on the keyboard, separated by spaces. A cap of several words keeps them together. */
export function chordLabel(chord: string, isMac: boolean, capWord: CapWord): string {
  const { held, key } = partsOf(chord);
  return [...held.filter((one) => one !== '[Shift]'), key].map((one) => capLabel(one, isMac, capWord)).join(' ');
}

export function wordCapLabel(cap: WordCap, capWord: CapWord): string {
  return capWord(cap).replaceAll(' ', '\u00a0');
}

function capLabel(key: string, isMac: boolean, capWord: CapWord): string {
  const name = key === '$mod' ? (isMac ? '⌘' : 'Control') : key === ' ' ? 'Space' : key;
  if (isWordCap(name)) return wordCapLabel(name, capWord);
  return signs[name] ?? (name.length === 1 ? name.toUpperCase() : name);
}

function isWordCap(name: string): name is WordCap {
  return wordCaps.some((cap) => cap === name);
}
