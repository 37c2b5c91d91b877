import { createPinia } from 'pinia';
import { createApp } from 'vue';
import MainWindow from './app/MainWindow.vue';
import WallWindow from './app/WallWindow.vue';
import { createAppI18n } from './app/i18n';
import { connectStores } from './app/connect-stores';
import { connectBridge } from './bridge/bridge';
import { windowBridge } from './bridge/window-bridge';
import './ui/base.css';

connectBridge(windowBridge());
// Main puts the kind of window into the URL.
const isWall = new URLSearchParams(location.search).get('window') === 'wall';
const app = createApp(isWall ? WallWindow : MainWindow);
// An error that no boundary catches still reaches the window's `error` event, which is reported to main.
app.config.errorHandler = (error) => {
  reportError(error);
};
app.use(createPinia()).use(createAppI18n());
app.runWithContext(connectStores);
app.mount('#app');
