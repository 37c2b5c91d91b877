import { nativeTheme } from 'electron/main';
import type { Theme } from '../../preload/contract';
import type { Disposer } from '../base/clock';

/** The ground of the window's own style sheet, so that opening and resizing never flash. */
const ground = { light: '#f4f5f7', dark: '#0f1218' };

/** Makes the system's parts of the window (title bar, menus, `prefers-color-scheme`) follow the choice. */
export function applyTheme(theme: Theme): void {
  if (nativeTheme.themeSource !== theme) {
    nativeTheme.themeSource = theme;
  }
}

export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? ground.dark : ground.light;
}

export function onGroundChange(listener: (colour: string) => void): Disposer {
  const tell = (): void => {
    listener(backgroundColour());
  };
  nativeTheme.on('updated', tell);
  return () => {
    nativeTheme.off('updated', tell);
  };
}
