import { nativeTheme } from 'electron/main';
import type { Theme } from '../../preload/contract';
import type { Disposer } from '../base/clock';

/** Background colours of the page's style sheet, so that opening and resizing do not flash. */
const ground = { light: '#f4f5f7', dark: '#0f1218' };

/** Applies the theme to native parts of the window: title bar, menus, `prefers-color-scheme`. */
export function applyTheme(theme: Theme): void {
  if (nativeTheme.themeSource !== theme) {
    nativeTheme.themeSource = theme;
  }
}

export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? ground.dark : ground.light;
}

export function onGroundChange(listener: (colour: string) => void): Disposer {
  const onUpdated = (): void => {
    listener(backgroundColour());
  };
  nativeTheme.on('updated', onUpdated);
  return () => {
    nativeTheme.off('updated', onUpdated);
  };
}
