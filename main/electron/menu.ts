import process from 'node:process';
import { Menu, type MenuItemConstructorOptions } from 'electron/main';
import { isInstalled } from './installed';
import type { ShellAction } from '../../preload/contract';
import { say, type OutsideText } from '../ui-strings/ui-strings';

export interface MenuActions {
  /** Sends an action to the main window. */
  readonly sendAction: (action: ShellAction) => void;
  readonly openWall: () => void;
  readonly stepBackEverywhere: () => void;
  readonly reload: () => void;
  readonly showLog: () => void;
  readonly quit: () => void;
}

type MenuWord = OutsideText extends infer Key ? (Key extends `outside.menu.${infer Word}` ? Word : never) : never;

/** Creates an entry for an Electron role with our label; Electron's own labels are always English. */
function entry(role: NonNullable<MenuItemConstructorOptions['role']>, word: MenuWord): MenuItemConstructorOptions {
  return { role, label: say(`outside.menu.${word}`) };
}

/**
 * Sets the menu bar. Entries have shortcuts where the platform knows one; developer tools exist in development only.
 */
export function setMenu(actions: MenuActions): void {
  const sends = (action: ShellAction) => () => {
    actions.sendAction(action);
  };
  const view: MenuItemConstructorOptions[] = [
    { label: say('outside.menu.wall'), accelerator: 'CmdOrCtrl+Shift+O', click: actions.openWall },
    { label: say('outside.menu.reload'), accelerator: 'CmdOrCtrl+R', click: actions.reload },
    { type: 'separator' },
    entry('resetZoom', 'actualSize'),
    entry('zoomIn', 'zoomIn'),
    entry('zoomOut', 'zoomOut'),
    { type: 'separator' },
    entry('togglefullscreen', 'fullScreen'),
  ];
  if (!isInstalled()) {
    view.push({ type: 'separator' }, { label: say('outside.menu.developerTools'), role: 'toggleDevTools' });
  }
  const application: MenuItemConstructorOptions[] = [
    { label: say('outside.openAgents'), accelerator: 'CmdOrCtrl+Shift+F', click: sends({ type: 'openAgents' }) },
    { label: say('outside.settings'), accelerator: 'CmdOrCtrl+,', click: sends({ type: 'openSettings' }) },
    { type: 'separator' },
    { label: say('outside.signOut'), click: sends({ type: 'signOut' }) },
  ];
  if (process.platform === 'darwin') {
    application.push(
      { type: 'separator' },
      entry('hide', 'hide'),
      entry('hideOthers', 'hideOthers'),
      entry('unhide', 'showAll'),
    );
  }
  application.push(
    { type: 'separator' },
    { label: say('outside.quit'), accelerator: 'CmdOrCtrl+Q', click: actions.quit },
  );
  const chat: MenuItemConstructorOptions[] = [
    {
      label: say('shell.visible.explain'),
      accelerator: 'CmdOrCtrl+Shift+Backspace',
      click: actions.stepBackEverywhere,
    },
  ];
  const edit: MenuItemConstructorOptions[] = [
    ...[entry('undo', 'undo'), entry('redo', 'redo'), { type: 'separator' } as const],
    ...[entry('cut', 'cut'), entry('copy', 'copy'), entry('paste', 'paste'), entry('selectAll', 'selectAll')],
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: say('outside.menu.application'), submenu: application },
      { label: say('outside.menu.chat'), submenu: chat },
      { label: say('outside.menu.edit'), role: 'editMenu', submenu: edit },
      { label: say('outside.menu.view'), submenu: view },
      {
        label: say('outside.menu.window'),
        role: 'windowMenu',
        submenu: [entry('minimize', 'minimize'), entry('close', 'close')],
      },
      {
        label: say('outside.menu.help'),
        role: 'help',
        submenu: [
          { label: say('outside.menu.guide'), accelerator: 'F1', click: sends({ type: 'openHelp', part: 'guide' }) },
          { label: say('outside.menu.news'), click: sends({ type: 'openHelp', part: 'news' }) },
          { label: say('outside.menu.about'), click: sends({ type: 'openHelp', part: 'about' }) },
          { type: 'separator' },
          { label: say('outside.menu.checkConnection'), click: sends({ type: 'checkConnection' }) },
          { label: say('outside.menu.showLog'), click: actions.showLog },
        ],
      },
    ]),
  );
}
