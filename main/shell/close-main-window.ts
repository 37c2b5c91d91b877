import type { OnClose } from '../../preload/contract';

export interface CloseAnswer {
  readonly choice: 'hide' | 'quit' | 'cancel';
  readonly isRemembered: boolean;
}

export interface CloseOptions {
  readonly setting: () => OnClose;
  readonly remember: (choice: 'hide' | 'quit') => void;
  readonly hasTray: () => boolean;
  /** Returns whether closing would end a shift: someone is signed in. */
  readonly isShiftRunning: () => boolean;
  readonly ask: () => Promise<CloseAnswer>;
  readonly quit: () => void;
}

interface ClosableWindow {
  hide(): void;
  minimize(): void;
}

/**
 * Handles the close button of the main window. Closing never ends a shift unasked, and never hides the window where no
 * icon is known that brings it back: there it is minimised.
 */
export function createMainWindowClose(options: CloseOptions): (window: ClosableWindow) => Promise<void> {
  let isAsking = false;

  const putAway = (window: ClosableWindow): void => {
    if (options.hasTray()) window.hide();
    else window.minimize();
  };
  return async (window) => {
    const setting = options.setting();
    if (setting === 'hide') {
      putAway(window);
      return;
    }
    if (setting === 'quit' || !options.isShiftRunning()) {
      options.quit();
      return;
    }
    if (isAsking) return;
    isAsking = true;
    const { choice, isRemembered } = await options.ask().finally(() => {
      isAsking = false;
    });
    if (choice === 'cancel') return;
    if (isRemembered) options.remember(choice);
    if (choice === 'hide') putAway(window);
    else options.quit();
  };
}
