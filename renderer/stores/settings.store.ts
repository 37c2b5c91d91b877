import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Settings } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useToastsStore } from './toasts.store';
import { settingsBeforeLoad } from './settings-before-load';

/** The supervisor's settings. Main stores them; the window shows the stored values. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = shallowRef<Settings>(settingsBeforeLoad);

  async function load(): Promise<void> {
    const result = await currentBridge().invoke('settings.read', null);
    if (result.ok) settings.value = result.value;
  }

  async function change(part: Partial<Settings>): Promise<void> {
    const before = settings.value;
    settings.value = { ...before, ...part };
    const result = await currentBridge().invoke('settings.change', part);
    if (result.ok) {
      settings.value = result.value;
      return;
    }
    settings.value = before;
    useToastsStore().addProblem(result.error);
  }

  return { settings, load, change };
});
