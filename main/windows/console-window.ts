import type { PushName, Pushes } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import type { SavedBounds } from './window-bounds';

export interface RecoveryOptions {
  /** Address of the page to keep loaded. */
  readonly page: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Sends a heartbeat to the page. */
  readonly sendHeartbeat: () => void;
  /** Returns the current HTML of the fallback page. */
  readonly renderFallbackPage: () => string;
  /** The user chose to step back on the fallback page. */
  readonly stepBack: () => void;
}

export interface PageRecovery {
  /** Loads the page again at the user's request. */
  openAgain(): void;
  /** The user asks for something on the page, so earlier crashes no longer keep it from loading. */
  askedFor(): void;
  isStopped(): boolean;
  /** The page requested its snapshot. */
  onPageReady(): void;
  onHeartbeatAck(): void;
  /** Something that the fallback page shows may have changed. */
  floorChanged(): void;
}

export interface WindowOptions {
  readonly preloadFile: string;
  /** Address of the page. */
  readonly page: string;
  /** Initial position: centre of the first display, or of another one if it exists. */
  readonly initialDisplay: 'firstDisplay' | 'anotherDisplay';
  readonly iconFile: string;
  /** Shows the window only when it is asked for, not when it has content. */
  readonly startsHidden: boolean;
  readonly log: Logger;
  readonly clock: Clock;
  readonly place: { read(): unknown; write(place: SavedBounds): void };
  /** Called when the user closes the window. `false` keeps it open; the caller then hides or minimises it. */
  readonly mayClose: () => boolean;
  readonly recovery: Pick<RecoveryOptions, 'renderFallbackPage' | 'stepBack'>;
}

export interface ConsoleWindow {
  /** Shows and focuses the window. */
  reveal(): void;
  /**
   * Like `reveal`, at a click outside the window: it also comes to the workspace that the user is on. `activation` is the
   * token that a Wayland desktop sent with the click.
   */
  bringToUser(activation: string | null): void;
  /** Shows the window, if it is hidden, without taking the focus. */
  unhide(): void;
  hide(): void;
  minimize(): void;
  /** Closes the window as the user would, including `mayClose`. */
  close(): void;
  /** Returns whether the window is shown, also if minimised. */
  isVisible(): boolean;
  /** Returns whether the window is visible and focused. */
  isFocused(): boolean;
  onFocus(listener: () => void): void;
  /** Notifies when the window is hidden, minimised or visible again. */
  onSeenChange(listener: (isSeen: boolean) => void): void;
  /** Id of the web contents, as in IPC. */
  readonly id: number;
  send<N extends PushName>(name: N, payload: Pushes[N]): void;
  /** Notifies when a new page, or none, replaces the loaded one. */
  onLoading(listener: () => void): void;
  onClosed(listener: () => void): void;
  /** Keeps the page loaded. */
  readonly page: PageRecovery;
}
