// A bare, sandboxed window of the prepared Electron around the previewed renderer: nothing of main runs here.
import { app, BrowserWindow } from 'electron/main';

app.on('window-all-closed', () => {
  app.quit();
});
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    frame: false,
    x: 0,
    y: 0,
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.setMenu(null);
  void window.loadURL('about:blank');
});
