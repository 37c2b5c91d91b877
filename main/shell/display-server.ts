export interface DisplayFacts {
  /** Value of Chromium's switch `ozone-platform`; empty if it was not given. */
  readonly platformSwitch: string;
  /** Value of the switch `ozone-platform-hint`, for Electron before 38. */
  readonly hintSwitch: string;
  readonly electronMajor: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** First Electron that selects Wayland without being asked. */
const waylandByDefault = 38;

/**
 * Returns whether windows are shown through Wayland, as Chromium decides it on Linux. There a window's position can be
 * neither read nor set.
 */
export function usesWayland({ platformSwitch, hintSwitch, electronMajor, env }: DisplayFacts): boolean {
  if (platformSwitch !== '') return platformSwitch === 'wayland';
  const hint = hintSwitch !== '' ? hintSwitch : electronMajor >= waylandByDefault ? 'auto' : 'x11';
  if (hint !== 'auto') return hint === 'wayland';
  return env['XDG_SESSION_TYPE'] === 'wayland' && (env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Returns whether Chromium finds nothing to show windows on; it would then crash before the program can say so. */
export function hasNoDisplay(
  platform: string,
  { platformSwitch, env }: Pick<DisplayFacts, 'platformSwitch' | 'env'>,
): boolean {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  return platform === 'linux' && platformSwitch !== 'headless' && !isSet('DISPLAY') && !isSet('WAYLAND_DISPLAY');
}
