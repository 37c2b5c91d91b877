import { expect, it } from 'vitest';
import { passwordStoreFor } from '../../../main/shell/password-store';

it.each([
  [{}, 'gnome-libsecret'],
  [{ XDG_CURRENT_DESKTOP: 'sway' }, 'gnome-libsecret'],
  [{ XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, 'gnome-libsecret'],
  [{ XDG_CURRENT_DESKTOP: 'KDE' }, null],
  [{ DESKTOP_SESSION: 'kde-plasma' }, null],
  [{ KDE_FULL_SESSION: 'true' }, null],
])('selects the usual store except where Chromium has one for the desktop: %j', (env, store) => {
  expect(passwordStoreFor(env)).toBe(store);
});
