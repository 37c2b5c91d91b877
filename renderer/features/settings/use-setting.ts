import { computed, type WritableComputedRef } from 'vue';
import type { Settings } from '../../../preload/contract';
import { useSettingsStore } from '../../stores/settings.store';

/** One setting as a model: the stored value, and the request to store another. */
export function useSetting<K extends keyof Settings>(key: K): WritableComputedRef<Settings[K]> {
  const store = useSettingsStore();
  return computed<Settings[K]>({
    get: () => store.settings[key],
    set: (value) => void store.change({ [key]: value }),
  });
}
