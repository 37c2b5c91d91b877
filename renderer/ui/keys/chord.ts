/**
 * Keys pressed together, written as `$mod+Shift+k`: modifiers in a fixed order, then the key as printed. `$mod` is
 * Command on a Mac and Control elsewhere. A character typed with Shift (`?`) is written without it, because its key and
 * its need for Shift depend on the keyboard layout.
 */

const modifiers = ['$mod', 'Control', 'Alt', 'Shift', 'Meta'] as const;
type Modifier = (typeof modifiers)[number];

/** Characters of other scripts that mean the same key. */
const sameKey: Readonly<Record<string, string>> = { '؟': '?', '،': ',', '؛': ';', '٫': '.' };

/** Returns the canonical form of a chord, for comparison. */
export function canonicalChord(written: string): string {
  const { held, key } = partsOf(written);
  return chordOf(new Set(modifiers.filter((one) => held.includes(one))), key.length === 1 ? key.toLowerCase() : key);
}

/** The key and its modifiers. */
export function partsOf(written: string): { readonly held: readonly string[]; readonly key: string } {
  const key = written.endsWith('+') ? '+' : (written.split('+').at(-1) ?? '');
  const held = written
    .slice(0, written.length - key.length)
    .split('+')
    .filter(Boolean);
  return { held, key };
}

/** Whether it is a single letter, digit or sign, which a text field, a screen reader or dictation may need. */
export function isSingleKey(chord: string): boolean {
  const { held, key } = partsOf(chord);
  return Array.from(key).length === 1 && held.every((one) => one === 'Shift' || one === '[Shift]');
}

/** Whether it has no modifier but Shift, so that an accidental press or a typed letter would trigger it. */
export function isBareKey(chord: string): boolean {
  return partsOf(chord).held.every((one) => one === 'Shift' || one === '[Shift]');
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'getModifierState'>;

/**
 * Returns the chords that a press may mean, the most literal first: the printed character and, if that is no Latin
 * letter or digit, the key in the same position of a Latin keyboard. So `j` works on an Arabic keyboard and Ctrl 1 on a
 * French one.
 */
export function chordsOf(event: Press, isMac: boolean): readonly string[] {
  const { key } = event;
  if (
    key === 'Dead' ||
    key === 'Process' ||
    key === 'Unidentified' ||
    /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock)$/u.test(key)
  ) {
    return [];
  }
  const held = heldIn(event, isMac);
  if (Array.from(key).length > 1) return [chordOf(held, key)];
  const printed = latinOf(key.toLowerCase());
  if (/^[a-z ]$/u.test(printed)) return [chordOf(held, printed)];
  const literal = chordOf(without(held, 'Shift'), printed);
  const place = /^(?:Key([A-Z])|Digit(\d))$/u.exec(event.code);
  const latin = (place?.[1] ?? place?.[2])?.toLowerCase();
  return latin === undefined || latin === printed ? [literal] : [literal, chordOf(held, latin)];
}

function heldIn(event: Press, isMac: boolean): Set<Modifier> {
  // AltGr is already part of the character that it produces.
  const isAltGraph = event.getModifierState('AltGraph');
  const held = new Set<Modifier>();
  if (event.ctrlKey && !isAltGraph) held.add(isMac ? 'Control' : '$mod');
  if (event.metaKey) held.add(isMac ? '$mod' : 'Meta');
  if (event.altKey && !isAltGraph) held.add('Alt');
  if (event.shiftKey) held.add('Shift');
  return held;
}

function latinOf(key: string): string {
  const code = key.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return sameKey[key] ?? key;
}

function without(held: ReadonlySet<Modifier>, modifier: Modifier): Set<Modifier> {
  const rest = new Set(held);
  rest.delete(modifier);
  return rest;
}

function chordOf(held: ReadonlySet<Modifier>, key: string): string {
  return [...modifiers.filter((one) => held.has(one)), key].join('+');
}
