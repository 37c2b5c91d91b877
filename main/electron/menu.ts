import process from 'node:process';
import { app, Menu, type MenuItemConstructorOptions } from 'electron/main';
import { words } from './languages/words';

export interface MenuActions {
  readonly openFloor: () => void;
  readonly openWall: () => void;
  readonly openSettings: () => void;
  readonly stepBackEverywhere: () => void;
  readonly signOut: () => void;
  readonly reload: () => void;
  readonly quit: () => void;
}

/** The menu bar. Every entry has a key where the platform knows one; developer tools exist only in development. */
export function setMenu(actions: MenuActions): void {
  const view: MenuItemConstructorOptions[] = [
    { label: words.view.wall, accelerator: 'CmdOrCtrl+Shift+O', click: actions.openWall },
    { label: words.view.reload, accelerator: 'CmdOrCtrl+R', click: actions.reload },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (!app.isPackaged) {
    view.push({ type: 'separator' }, { label: words.view.developerTools, role: 'toggleDevTools' });
  }
  const application: MenuItemConstructorOptions[] = [
    { label: words.floor, accelerator: 'CmdOrCtrl+Shift+F', click: actions.openFloor },
    { label: words.settings, accelerator: 'CmdOrCtrl+,', click: actions.openSettings },
    { type: 'separator' },
    { label: words.signOut, click: actions.signOut },
  ];
  if (process.platform === 'darwin') {
    application.push({ type: 'separator' }, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' });
  }
  application.push({ type: 'separator' }, { label: words.quit, accelerator: 'CmdOrCtrl+Q', click: actions.quit });
  const chat: MenuItemConstructorOptions[] = [
    { label: words.stepBackEverywhere, accelerator: 'CmdOrCtrl+Shift+Backspace', click: actions.stepBackEverywhere },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: words.menus.application, submenu: application },
      { label: words.menus.chat, submenu: chat },
      { label: words.menus.edit, role: 'editMenu' },
      { label: words.menus.view, submenu: view },
      { label: words.menus.window, role: 'windowMenu' },
    ]),
  );
}
