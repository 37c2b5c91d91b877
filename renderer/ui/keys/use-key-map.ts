import { inject, onScopeDispose, provide, type InjectionKey } from 'vue';
import { createKeyMap, type KeyBinding, type KeyMap } from './key-map';

const keyMapKey: InjectionKey<KeyMap> = Symbol('key map');

/** For the app's root: gives the one table to everything below it. */
export function provideKeyMap(keyMap: KeyMap): void {
  provide(keyMapKey, keyMap);
}

/**
 * The table of keys. What a component registers goes away with it.
 * A component mounted alone gets a table of its own that no keyboard reaches.
 */
export function useKeyMap(): KeyMap {
  const keyMap = inject(keyMapKey, () => createKeyMap({ isMac: false, isLayerOpen: () => false }), true);
  return {
    ...keyMap,
    get actions() {
      return keyMap.actions;
    },
    register: (bindings: readonly KeyBinding[]) => {
      const undo = keyMap.register(bindings);
      onScopeDispose(undo);
      return undo;
    },
  };
}
