/** `shown`: a panel shows tray icons. `unknown`: none is known, so a window hidden to the tray could be lost. */
export type TrayHostState = 'shown' | 'unknown';

/** Follows the panel of the desktop; the port of `main/dbus`. Windows and macOS always have one. */
export interface TrayHost {
  state(): TrayHostState;
  dispose(): void;
}
