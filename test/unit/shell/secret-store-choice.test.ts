import { expect, it } from 'vitest';
import { chosenSecretStore, type DesktopNames } from '../../../main/shell/secret-store-choice';

it.each<[string, DesktopNames['env'], 'gnome-libsecret' | null]>([
  ['no desktop that says its name', {}, 'gnome-libsecret'],
  ['a compositor without a desktop', { XDG_CURRENT_DESKTOP: 'sway' }, 'gnome-libsecret'],
  ['a desktop without a store in Chromium', { XDG_CURRENT_DESKTOP: 'LXQt' }, 'gnome-libsecret'],
  ['GNOME', { XDG_CURRENT_DESKTOP: 'GNOME' }, null],
  ['a variant of GNOME', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, null],
  ['KDE, which has wallets of its own', { XDG_CURRENT_DESKTOP: 'KDE' }, null],
  ['MATE, by its session', { XDG_CURRENT_DESKTOP: 'MATE', DESKTOP_SESSION: 'mate' }, null],
  ['an old KDE', { KDE_FULL_SESSION: 'true' }, null],
])('selects a secret store where Chromium would use none: %s', (_what, env, chosen) => {
  expect(chosenSecretStore('linux', { storeSwitch: '', env })).toBe(chosen);
});

it('selects none against a switch, and none outside Linux', () => {
  expect(chosenSecretStore('linux', { storeSwitch: 'basic', env: {} })).toBeNull();
  expect(chosenSecretStore('win32', { storeSwitch: '', env: {} })).toBeNull();
});
