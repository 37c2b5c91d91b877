import type { Clock, Disposer } from '../base/clock';

/** Milliseconds. A window that is moved to another workspace is hidden for a moment. */
const hiddenAfterMs = 1_000;

interface SeenWindow {
  isSeen: boolean;
  disposeTimer: Disposer | null;
}

/**
 * Tracks which windows the user can see. A window counts as hidden once it has been hidden or minimised for a second, and
 * as seen at once. A window that others cover counts as seen: not every desktop reports that.
 */
export class SeenWindows {
  readonly #windows = new Map<number, SeenWindow>();
  readonly #clock: Clock;
  readonly #onChange: (windowId: number, isSeen: boolean) => void;

  constructor(clock: Clock, onChange: (windowId: number, isSeen: boolean) => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Whether a window is open that the user can see. */
  get isAnySeen(): boolean {
    return [...this.#windows.values()].some(({ isSeen }) => isSeen);
  }

  opened(windowId: number, isSeen: boolean): void {
    this.#windows.set(windowId, { isSeen, disposeTimer: null });
  }

  changed(windowId: number, isSeen: boolean): void {
    const window = this.#windows.get(windowId);
    if (window === undefined) return;
    window.disposeTimer?.();
    window.disposeTimer = null;
    if (isSeen === window.isSeen) return;
    if (isSeen) this.#set(windowId, window, true);
    else window.disposeTimer = this.#clock.after(hiddenAfterMs, () => this.#set(windowId, window, false));
  }

  closed(windowId: number): void {
    this.#windows.get(windowId)?.disposeTimer?.();
    this.#windows.delete(windowId);
  }

  #set(windowId: number, window: SeenWindow, isSeen: boolean): void {
    window.disposeTimer = null;
    window.isSeen = isSeen;
    this.#onChange(windowId, isSeen);
  }
}
