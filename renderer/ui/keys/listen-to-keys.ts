import { tinykeys } from 'tinykeys';
import { watch } from 'vue';
import type { KeyMap } from './key-map';

/**
 * Connects the table with the keyboard. One listener stands for the whole table and is renewed when the table changes;
 * which binding runs is decided at the press, so that `when` and open layers count.
 * Keys of an input method that is composing are never ours. Returns the undo.
 */
export function listenToKeys(keyMap: KeyMap, target: Window | HTMLElement): () => void {
  let undo: (() => void) | null = null;
  const stopWatching = watch(
    () => [...new Set(keyMap.bindings.flatMap((binding) => binding.keys))],
    (all) => {
      undo?.();
      const press = (keys: string) => (event: KeyboardEvent) => {
        const binding = keyMap.find(keys, event);
        if (binding === undefined || (event.defaultPrevented && binding.worksInLayers !== true)) return;
        event.preventDefault();
        binding.run(event);
      };
      undo = tinykeys(target, Object.fromEntries(all.map((keys) => [keys, press(keys)])), {
        ignore: (event) => event.isComposing,
      });
    },
    { immediate: true, flush: 'sync' },
  );
  return () => {
    stopWatching();
    undo?.();
  };
}
