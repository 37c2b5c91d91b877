import { chordsOf } from './chord';
import { holdPress } from './hold-press';
import type { KeyMap } from './key-map';

/** The key that browsers report while an input method handles it. */
const composingCode = 229;

export function isOfInputMethod(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one sign of a composing input method on the key that starts it
  return event.isComposing || event.keyCode === composingCode;
}

/**
 * Connects the key map to the keyboard. The binding is resolved at the press, so that `when`, open layers and new
 * overrides apply. Keys of a composing input method are ignored. Returns the disposer.
 */
export function listenToKeys(keyMap: KeyMap, target: Window | HTMLElement): () => void {
  const press = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return;
    if (isOfInputMethod(event)) return;
    const chords = chordsOf(event, keyMap.isMac);
    const binding = keyMap.find(chords, event);
    // A layer that handled the press itself, as a dialog handles Escape, keeps it, except from actions that must always
    // work.
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
