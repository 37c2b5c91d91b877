/** What a window shows after sign-in: one chunk, which the sign-in page does not wait for. */
export { default as HeldSentence } from '../features/composer/HeldSentence.vue';
export { default as AppShell } from './AppShell.vue';
export { default as WallShell } from './WallShell.vue';
