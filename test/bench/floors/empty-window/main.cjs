// The floor of everything in a window: one text field, opened the way the console opens its window.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(`${__dirname}/index.html`);
});
