/**
 * Keys pressed together, written as `$mod+Shift+k`: modifiers in a fixed order, then the key as it is printed on the keyboard.
 * `$mod` is Command on a Mac and Control elsewhere. A sign that is typed with Shift (`?`) is written without it, because on
 * which key it lies, and whether with Shift, is different on every keyboard.
 */

const modifiers = ['$mod', 'Control', 'Alt', 'Shift', 'Meta'] as const;
type Modifier = (typeof modifiers)[number];

/** What is typed with another script but means the same key. */
const sameKey: Readonly<Record<string, string>> = { '؟': '?', '،': ',', '؛': ';', '٫': '.' };

/** A chord in the one way it is written, so that two ways of writing it can be compared. */
export function canonicalChord(written: string): string {
  const { held, key } = partsOf(written);
  return chordOf(new Set(modifiers.filter((one) => held.includes(one))), key.length === 1 ? key.toLowerCase() : key);
}

/** The key itself and what is held with it. */
export function partsOf(written: string): { readonly held: readonly string[]; readonly key: string } {
  const key = written.endsWith('+') ? '+' : (written.split('+').at(-1) ?? '');
  const held = written
    .slice(0, written.length - key.length)
    .split('+')
    .filter(Boolean);
  return { held, key };
}

/** Whether it is a letter, a digit or a sign alone, which an input field, a screen reader or dictation may mean otherwise. */
export function isSingleKey(chord: string): boolean {
  const { held, key } = partsOf(chord);
  return Array.from(key).length === 1 && held.every((one) => one === 'Shift' || one === '[Shift]');
}

/** Whether nothing but Shift is held with it, so that a slip of the hand or a letter of a sentence is enough. */
export function isBareKey(chord: string): boolean {
  return partsOf(chord).held.every((one) => one === 'Shift' || one === '[Shift]');
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'getModifierState'>;

/**
 * What a press may mean, the most literal first: the printed sign, and where that is no Latin letter or digit, the key at the
 * place where a Latin keyboard has one. So `j` works on an Arabic keyboard and Ctrl 1 on a French one.
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
  // What AltGr is held for is already in the sign it makes.
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
