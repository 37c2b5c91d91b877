import path from 'node:path';
import { startPage, wallPage } from '../shell/bundle-path';
import type { ConsoleWindow, WindowOptions } from './console-window';
import type { WindowsOptions } from './windows';

export interface WindowOpeningOptions extends Pick<WindowOptions, 'recovery' | 'clock' | 'log'> {
  /** Folder of the built `preload`. */
  readonly bundleFolder: string;
  readonly openWindow: (options: WindowOptions) => ConsoleWindow;
  /** Under Wayland, positions are not known; sizes are stored on their own, so that they replace none of X11. */
  readonly isWayland: boolean;
  /** Stored bounds of each window. */
  readonly places: { read(key: string): unknown; write(key: string, place: unknown): void };
}

/** Creates a function that opens a window of a role: with its page, display and key of its bounds. */
export function createWindowFactory({
  bundleFolder,
  openWindow,
  places,
  isWayland,
  ...same
}: WindowOpeningOptions): WindowsOptions['open'] {
  const preloadFile = path.join(bundleFolder, 'preload', 'index.cjs');
  return ({ role, startsHidden, mayClose }) => {
    const placeName = `${role === 'main' ? 'window' : 'wallWindow'}${isWayland ? 'OnWayland' : ''}`;
    return openWindow({
      ...same,
      preloadFile,
      iconFile: path.join(bundleFolder, 'icons', 'icon.png'),
      page: role === 'main' ? startPage : wallPage,
      initialDisplay: role === 'main' ? 'firstDisplay' : 'anotherDisplay',
      place: {
        read: () => places.read(placeName),
        write: (place) => {
          places.write(placeName, place);
        },
      },
      ...{ startsHidden, mayClose },
    });
  };
}
