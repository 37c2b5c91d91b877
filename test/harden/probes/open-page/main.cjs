// A window without any protection, in which every probe that can succeed somewhere succeeds.
const { app, BrowserWindow } = require('electron');

const address = process.argv.find((argument) => argument.startsWith('--attacked-page='));

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: {
      sandbox: false,
      contextIsolation: false,
      nodeIntegration: true,
      nodeIntegrationInSubFrames: true,
      nodeIntegrationInWorker: true,
      webSecurity: false,
      allowRunningInsecureContent: true,
      webviewTag: true,
      backgroundThrottling: false,
    },
  });
  void window.loadURL(address.slice(address.indexOf('=') + 1));
});
