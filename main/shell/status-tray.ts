import type { Pause } from '../notifications/quiet-time';
import type { TrayState } from './tray-state';

export interface TrayActions {
  readonly open: () => void;
  readonly openChat: (chatId: string) => void;
  readonly openSettings: () => void;
  readonly stepBackEverywhere: () => void;
  /** `null` ends a pause. */
  readonly pause: (pause: Pause | null) => void;
  readonly quit: () => void;
}

/** The tray icon; the port of `main/electron`. */
export interface StatusTray {
  show(state: TrayState, isPaused: boolean): void;
  /**
   * A panel for tray icons appeared. An icon made without one went to an older panel or nowhere, and stays there, so it
   * is made again. One that was made with a panel registers at the next one without help.
   */
  panelAppeared(): void;
  remove(): void;
}
