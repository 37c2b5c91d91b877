import path from 'node:path';
import { nativeImage, type NativeImage } from 'electron/common';
import { app, Menu, Tray, type MenuItemConstructorOptions } from 'electron/main';
import type { Language } from '../../preload/contract/languages';
import type { Logger } from '../base/log';
import type { StatusTray, TrayActions } from '../shell/status-tray';
import type { TrayIcon, TrayState } from '../shell/tray-state';
import { say, spokenLanguage } from '../ui-strings/ui-strings';

export interface TrayOptions {
  /** Contains an image of each `TrayIcon` and its `@2x` version. */
  readonly iconFolder: string;
  readonly log: Logger;
  readonly actions: TrayActions;
}

type Submenu = NonNullable<MenuItemConstructorOptions['submenu']>;

const pauses = ['quarter', 'hour', 'tomorrow'] as const;

/**
 * Creates the tray icon. Linux panels show menu changes only after the whole menu is set again. A tray may not exist
 * there, so no action is available only here.
 */
export function createTray({ iconFolder, log, actions }: TrayOptions): StatusTray {
  let tray: Tray | null = null;
  let hasPanel = false;
  let wasMadeWithPanel = false;
  let drawnIcon: TrayIcon | null = null;
  let shown: { state: TrayState; isPaused: boolean } | null = null;
  /** Made once for each language: Electron 33 never frees a menu inside the menu of a tray icon, and that is set again every few seconds. */
  let pauseMenu: { readonly language: Language; readonly menu: Submenu } | null = null;
  const pausing = (): Submenu => {
    const language = spokenLanguage();
    if (pauseMenu?.language === language) return pauseMenu.menu;
    const items = pauses.map((pause) => ({
      label: say(`outside.pause.${pause}`),
      click: () => actions.pause(pause),
    }));
    pauseMenu = { language, menu: Menu.buildFromTemplate(items) };
    return pauseMenu.menu;
  };
  const icons = new Map<TrayIcon, NativeImage>();
  const imageOf = (icon: TrayIcon): NativeImage => {
    const image = icons.get(icon) ?? nativeImage.createFromPath(path.join(iconFolder, `${icon}.png`));
    icons.set(icon, image);
    return image;
  };

  const draw = (): void => {
    if (shown === null) {
      return;
    }
    const { state, isPaused } = shown;
    if (tray === null) {
      tray = new Tray(imageOf(state.icon));
      drawnIcon = state.icon;
      wasMadeWithPanel = hasPanel;
      tray.on('click', actions.open);
    } else if (drawnIcon !== state.icon) {
      // On Linux, each call keeps some memory for good, and a panel fetches the images again.
      tray.setImage(imageOf(state.icon));
      drawnIcon = state.icon;
    }
    tray.setToolTip(state.tooltip);
    const pause: MenuItemConstructorOptions = isPaused
      ? { label: say('outside.pause.end'), click: () => actions.pause(null) }
      : { label: say('outside.pause.title'), submenu: pausing() };
    tray.setContextMenu(Menu.buildFromTemplate(templateFor(state, pause, actions)));
    app.setBadgeCount(state.count);
  };
  const drawSafely = (): void => {
    try {
      draw();
    } catch (cause) {
      log.warn('tray icon could not be created', { cause });
    }
  };
  return {
    show: (state, isPaused) => {
      const isSame = JSON.stringify({ state, isPaused }) === JSON.stringify(shown);
      shown = { state, isPaused };
      if (!isSame) {
        drawSafely();
      }
    },
    panelAppeared: () => {
      hasPanel = true;
      if (tray === null || wasMadeWithPanel) return;
      tray.destroy();
      tray = null;
      drawSafely();
    },
    remove: () => {
      tray?.destroy();
      tray = null;
      shown = null;
    },
  };
}

function templateFor(
  state: TrayState,
  pause: MenuItemConstructorOptions,
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  return [
    { label: say('outside.open'), click: actions.open },
    { label: state.connection, enabled: false },
    ...(state.top.length > 0 ? [{ type: 'separator' as const }] : []),
    ...state.top.map(({ chatId, label }) => ({ label: plainLabel(label), click: () => actions.openChat(chatId) })),
    { type: 'separator' },
    { label: say('shell.visible.explain'), enabled: state.canStepBack, click: actions.stepBackEverywhere },
    pause,
    { label: say('outside.settings'), click: actions.openSettings },
    { type: 'separator' },
    { label: say('outside.quit'), click: actions.quit },
  ];
}

/** A single `&` marks the next letter as a shortcut of the menu. */
function plainLabel(label: string): string {
  return label.replaceAll('&', '&&');
}
