import type { Clock, Disposer } from '../base/clock';

/** Milliseconds in which the panel of a starting desktop usually appears. */
const trayWithinMs = 10_000;

export interface HiddenStartOptions {
  readonly clock: Clock;
  /** Returns whether an icon is known that brings a hidden window back. */
  readonly hasTray: () => boolean;
  /** Shows a window that was never shown as minimised. */
  readonly showMinimized: () => void;
}

/** After a hidden start, shows the window as minimised where no icon brings it back. */
export function watchHiddenStart({ clock, hasTray, showMinimized }: HiddenStartOptions): Disposer {
  return clock.after(trayWithinMs, () => {
    if (!hasTray()) showMinimized();
  });
}
