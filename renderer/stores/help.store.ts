import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { HelpPart } from '../../preload/contract';

/** The part of the help that is open; `null` while it is closed. */
export const useHelpStore = defineStore('help', () => {
  const part = shallowRef<HelpPart | null>(null);
  return { part };
});
