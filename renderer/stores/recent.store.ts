import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

const mostKept = 40;

/** The latest choices from the palette, newest first. They last as long as the page. */
export const useRecentStore = defineStore('recent', () => {
  const ids = shallowRef<readonly string[]>([]);

  function note(id: string): void {
    ids.value = [id, ...ids.value.filter((one) => one !== id)].slice(0, mostKept);
  }

  return { ids, note };
});
