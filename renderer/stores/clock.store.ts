import { defineStore } from 'pinia';
import { onScopeDispose, ref } from 'vue';

/** The one ticking clock of the window: everything that shows a waiting time or an age reads it, so all turn together. */
export const useClockStore = defineStore('clock', () => {
  const now = ref(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, 1_000);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  return { now };
});
