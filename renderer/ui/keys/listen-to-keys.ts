import { chordsOf } from './chord';
import { holdPress } from './hold-press';
import type { KeyMap } from './key-map';

/** What browsers say a key is while an input method works on it. */
const composingCode = 229;

export function isOfInputMethod(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one sign of a composing input method on the key that starts it
  return event.isComposing || event.keyCode === composingCode;
}

/**
 * Connects the table with the keyboard. Which binding runs is decided at the press, so that `when`, open layers and keys chosen
 * a moment ago count. Keys of an input method that is composing are never ours. Returns the undo.
 */
export function listenToKeys(keyMap: KeyMap, target: Window | HTMLElement): () => void {
  const press = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return;
    if (isOfInputMethod(event)) return;
    const chords = chordsOf(event, keyMap.isMac);
    const binding = keyMap.find(chords, event);
    // A layer that took the press for itself, as a dialog does with Escape, keeps it but from what is never out of reach.
    if (binding === undefined || (event.defaultPrevented && binding.worksInLayers !== true)) return;
    event.preventDefault();
    if (keyMap.mustBeHeld(binding.id, chords)) holdPress(keyMap, { binding, chords, event });
    else binding.run(event, { isHeld: false });
  };
  target.addEventListener('keydown', press);
  return () => {
    target.removeEventListener('keydown', press);
  };
}
