import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

const mostKept = 40;

/** What was chosen from the palette lately, the latest first. Kept for as long as the window lives. */
export const useRecentStore = defineStore('recent', () => {
  const ids = shallowRef<readonly string[]>([]);

  function note(id: string): void {
    ids.value = [id, ...ids.value.filter((one) => one !== id)].slice(0, mostKept);
  }

  return { ids, note };
});
