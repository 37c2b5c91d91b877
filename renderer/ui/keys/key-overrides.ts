import { canonicalChord, isSingleKey, partsOf } from './chord';
import { doMeet } from './key-groups';
import type { KeyOverrides, ActionInfo } from './key-map';

/** Reserved for controls when pressed alone; arrow keys and similar move through lists. */
const ofControls = new Set([
  'Enter',
  'Tab',
  ' ',
  'Escape',
  'Backspace',
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
]);
/** Text editing and the window menu. */
const ofSystem = new Set(
  ['c', 'v', 'x', 'z', 'a', 'y', 'q', 'r', 'w', 'm', '+', '-', '0', 'Shift+z', 'Shift+f', 'Shift+v', 'Shift+i'].map(
    (key) => canonicalChord(`$mod+${key}`),
  ),
);

/** Why a press cannot be assigned to any action; `null` if it can. */
export function chordProblem(chord: string): 'control' | 'system' | null {
  const { held, key } = partsOf(chord);
  if (held.every((one) => one === 'Shift') && ofControls.has(key)) return 'control';
  return ofSystem.has(chord) || key === 'F11' ? 'system' : null;
}

/** The other action that uses this key where `id` is available. */
export function conflictingAction(
  chord: string,
  id: string,
  table: { readonly actions: readonly ActionInfo[]; readonly keysOf: (id: string) => readonly string[] },
): ActionInfo | null {
  const own = table.actions.find((action) => action.id === id);
  const meets = (other: ActionInfo): boolean => own === undefined || doMeet(own, other);
  return (
    table.actions.find((other) => other.id !== id && table.keysOf(other.id).includes(chord) && meets(other)) ?? null
  );
}

/** Returns the overrides after an action got these keys; default keys are not stored. */
export function withKeys(choices: KeyOverrides, action: ActionInfo, keys: readonly string[]): KeyOverrides {
  const others = Object.fromEntries(Object.entries(choices.chosen).filter(([id]) => id !== action.id));
  const usual = action.keys.map(canonicalChord);
  const isUsual = usual.length === keys.length && usual.every((chord, place) => chord === keys[place]);
  return { ...choices, chosen: isUsual ? others : { ...others, [action.id]: keys } };
}

/** Whether no key of an action works while single-letter shortcuts are off. */
export function hasNoActiveKey(keys: readonly string[], choices: KeyOverrides): boolean {
  return !choices.areSingleKeysOn && keys.length > 0 && keys.every(isSingleKey);
}
