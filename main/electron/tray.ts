import path from 'node:path';
import { nativeImage, type NativeImage } from 'electron/common';
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron/main';
import type { Logger } from '../base/log';
import type { TrayState } from '../shell/tray-state';
import { say } from '../ui-strings/ui-strings';

export interface TrayActions {
  readonly open: () => void;
  readonly stepBackEverywhere: () => void;
  readonly setNotifications: (areOn: boolean) => void;
  readonly quit: () => void;
}

export interface TrayOptions {
  /** Contains `live.png`, `attention.png`, `offline.png`, `visible.png` and their `@2x` versions. */
  readonly iconFolder: string;
  readonly log: Logger;
  readonly actions: TrayActions;
}

export interface StatusTray {
  show(state: TrayState, notificationsAreOn: boolean): void;
  /** Creates the icon again; a restarted panel has lost it. */
  renew(): void;
  remove(): void;
}

/**
 * Creates the tray icon. Linux panels show menu changes only after the whole menu is set again. A tray may not exist
 * there, so no action is available only here.
 */
export function createTray({ iconFolder, log, actions }: TrayOptions): StatusTray {
  let tray: Tray | null = null;
  let shown: { state: TrayState; notificationsAreOn: boolean } | null = null;
  const icon = (state: TrayState): NativeImage =>
    nativeImage.createFromPath(path.join(iconFolder, `${state.icon}.png`));

  const draw = (): void => {
    if (shown === null) {
      return;
    }
    const { state, notificationsAreOn } = shown;
    if (tray === null) {
      tray = new Tray(icon(state));
      tray.on('click', actions.open);
    } else {
      tray.setImage(icon(state));
    }
    tray.setToolTip(state.tooltip);
    tray.setContextMenu(Menu.buildFromTemplate(templateFor(state, notificationsAreOn, actions)));
  };
  const drawSafely = (): void => {
    try {
      draw();
    } catch (cause) {
      log.warn('tray icon could not be created', { cause });
    }
  };
  return {
    show: (state, notificationsAreOn) => {
      const isSame = JSON.stringify({ state, notificationsAreOn }) === JSON.stringify(shown);
      shown = { state, notificationsAreOn };
      if (!isSame) {
        drawSafely();
      }
    },
    renew: () => {
      tray?.destroy();
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
  notificationsAreOn: boolean,
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  return [
    { label: say('outside.open'), click: actions.open },
    { label: state.connection, enabled: false },
    { type: 'separator' },
    { label: say('shell.visible.explain'), enabled: state.canStepBack, click: actions.stepBackEverywhere },
    {
      label: say('outside.notifications'),
      type: 'checkbox',
      checked: notificationsAreOn,
      click: (item) => {
        actions.setNotifications(item.checked);
      },
    },
    { type: 'separator' },
    { label: say('outside.quit'), click: actions.quit },
  ];
}
