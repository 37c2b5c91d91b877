import { defineAsyncComponent } from 'vue';

/** Loaded when it is shown: only those who use several servers need its menu. */
export const ServerPicker = defineAsyncComponent(() => import('./ServerPicker.vue'));
