import { expect, it } from 'vitest';
import type { ConsoleWindow, WindowOptions } from '../../../main/windows/console-window';
import { createWindowFactory } from '../../../main/windows/window-factory';
import { MemoryLog } from '../../support/floor/memory-log';
import { VirtualClock } from '../../support/virtual-clock';

const x11 = { bounds: { x: 300, y: 200, width: 1_100, height: 700 }, isMaximized: false, isFullScreen: false };
const tiled = { bounds: { x: 0, y: 0, width: 800, height: 1_000 }, isMaximized: false, isFullScreen: false };

/** Opens the main window of a run, and returns its options. */
function openMain(stored: Map<string, unknown>, isWayland: boolean): WindowOptions {
  const opened: WindowOptions[] = [];
  const open = createWindowFactory({
    bundleFolder: '/app',
    openWindow: (options) => {
      opened.push(options);
      return {} as ConsoleWindow;
    },
    isWayland,
    places: {
      read: (key) => stored.get(key),
      write: (key, place) => void stored.set(key, place),
    },
    clock: new VirtualClock(),
    log: new MemoryLog().logger,
    recovery: { renderFallbackPage: () => '', stepBack: () => undefined },
  });
  open({ role: 'main', startsHidden: false, mayClose: () => true });
  const [options] = opened;
  if (options === undefined) throw new Error('a window was opened');
  return options;
}

it('keeps the place of X11 when a run under Wayland stores one without a position', () => {
  const stored = new Map<string, unknown>();
  openMain(stored, false).place.write(x11);
  const onWayland = openMain(stored, true);
  expect(onWayland.place.read()).toBeUndefined();
  onWayland.place.write(tiled);
  expect(openMain(stored, false).place.read()).toEqual(x11);
  expect(openMain(stored, true).place.read()).toEqual(tiled);
});
