import { createPinia } from 'pinia';
import { createApp } from 'vue';
import MainWindow from './app/MainWindow.vue';
import WallWindow from './app/WallWindow.vue';
import { createAppI18n } from './app/i18n';
import { connectStores } from './app/connect-stores';
import { loadShells } from './app/lazy-shells';
import { loadLanguage } from './app/use-language';
import { connectBridge } from './bridge/bridge';
import { windowBridge } from './bridge/window-bridge';
import { useViewStore } from './stores/view.store';
import './ui/base.css';

connectBridge(windowBridge());
// Main puts the kind of window into the URL.
const isWall = new URLSearchParams(location.search).get('window') === 'wall';
const app = createApp(isWall ? WallWindow : MainWindow);
// An error that no boundary catches still reaches the window's `error` event, which is reported to main.
app.config.errorHandler = (error) => {
  reportError(error);
};
const i18n = createAppI18n();
app.use(createPinia()).use(i18n);
app.runWithContext(() =>
  connectStores({
    beforeSnapshot: async () => {
      // The wall, and a page that was loaded again in the middle of a shift, need their shell at once: keys must not act
      // before the held sentence, which comes with it, can take what is being typed.
      const needsShell = isWall || useViewStore().recalled !== null;
      await Promise.all([loadLanguage(i18n.global, 'first'), needsShell ? loadShells(i18n.global) : null]);
      app.mount('#app');
    },
    // After the first screen is painted, which in most cases is the sign-in page.
    afterSnapshot: () => requestIdleCallback(() => void loadShells(i18n.global)),
  }),
);
