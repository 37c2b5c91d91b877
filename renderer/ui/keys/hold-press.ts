import { followKey } from '../hold/follow-key';
import { holdMs } from '../hold/use-hold';
import type { KeyBinding, KeyMap } from './key-map';

/**
 * A key that must be held: its action runs at the end of the hold if it is still available. Released earlier, or
 * interrupted by another key, it does nothing, and the key map publishes that (`held`).
 */
export function holdPress(
  keyMap: KeyMap,
  { binding, chords, event }: { binding: KeyBinding; chords: readonly string[]; event: KeyboardEvent },
): void {
  const { id, labelKey } = binding;
  const place = keyMap.keysOf(id).findIndex((chord) => chords.includes(chord));
  const keyLabel = keyMap.waysOf(id)[place] ?? '';
  const isMeantStill = (): boolean =>
    keyMap.find(chords, { target: document.activeElement, repeat: false }) === binding;
  let isDone = false;
  keyMap.held.value = { id, labelKey, keyLabel, isOver: false };
  const timer = setTimeout(() => {
    isDone = true;
    keyMap.held.value = null;
    if (isMeantStill()) binding.run(event, { isHeld: true });
  }, holdMs);
  followKey(event, () => {
    clearTimeout(timer);
    if (!isDone) keyMap.held.value = { id, labelKey, keyLabel, isOver: true };
  });
}
