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
// Which window it is, main says by the address.
const isWall = new URLSearchParams(location.search).get('window') === 'wall';
const app = createApp(isWall ? WallWindow : MainWindow);
// What no boundary caught still reaches the window's own error event, which main hears; the window goes on.
app.config.errorHandler = (error) => {
  reportError(error);
};
app.use(createPinia()).use(createAppI18n());
app.runWithContext(connectStores);
app.mount('#app');
