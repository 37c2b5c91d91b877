export interface DesktopNames {
  /** Value of Chromium's switch `password-store`; empty if it was not given. */
  readonly storeSwitch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Desktops for which Chromium selects a store, by `XDG_CURRENT_DESKTOP`. */
const desktops = ['Unity', 'Deepin', 'GNOME', 'X-Cinnamon', 'KDE', 'Pantheon', 'XFCE', 'UKUI', 'COSMIC'];
/** The same by `DESKTOP_SESSION`, which it reads if the first names none of them. */
const sessions = /deepin|gnome|mate|kde|xfce|xubuntu|ukui/;

/**
 * Returns the secret store to select, or `null` if Chromium selects one itself. It knows the store of a few desktops and
 * uses none on all others, although many of them run a service that libsecret can use. A service that is not there
 * counts as absent (`main/dbus/secret-service.ts`).
 */
export function chosenSecretStore(platform: string, { storeSwitch, env }: DesktopNames): 'gnome-libsecret' | null {
  if (platform !== 'linux' || storeSwitch !== '') return null;
  const names = (env['XDG_CURRENT_DESKTOP'] ?? '').split(':').map((name) => name.trim());
  const isKnown =
    names.some((name) => desktops.includes(name)) ||
    sessions.test(env['DESKTOP_SESSION'] ?? '') ||
    ['GNOME_DESKTOP_SESSION_ID', 'KDE_FULL_SESSION'].some((name) => env[name] !== undefined);
  return isKnown ? null : 'gnome-libsecret';
}
