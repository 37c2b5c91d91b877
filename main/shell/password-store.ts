/** Desktops for which Chromium selects a store of their own. */
const desktopsWithWallet = /kde/i;

/**
 * Returns the value of Chromium's switch `password-store` for a Linux desktop; `null` leaves the choice to Chromium.
 * Chromium selects by the name of the desktop, and protects nothing on one it does not know, although many of those have
 * the usual store. Where that store is missing too, this changes nothing.
 */
export function passwordStoreFor(env: Readonly<Record<string, string | undefined>>): 'gnome-libsecret' | null {
  const names = [env['XDG_CURRENT_DESKTOP'], env['DESKTOP_SESSION']].join(':');
  return desktopsWithWallet.test(names) || env['KDE_FULL_SESSION'] !== undefined ? null : 'gnome-libsecret';
}
