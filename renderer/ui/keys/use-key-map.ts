import { inject, onScopeDispose, provide, type InjectionKey } from 'vue';
import { createKeyMap, type KeyBinding, type KeyMap } from './key-map';

const keyMapKey: InjectionKey<KeyMap> = Symbol('key map');

/** For the app's root: provides the key map to all components. */
export function provideKeyMap(keyMap: KeyMap): void {
  provide(keyMapKey, keyMap);
}

/**
 * Returns the key map. Bindings of a component are removed when it is unmounted. A component mounted alone gets a key
 * map of its own without a keyboard.
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
