import { prepareTestPrograms } from './test-programs.mjs';

/** A notification service, a window manager, two tray hosts, and tools that look and click as a user does. */
const forShortRun = [
  { program: 'Xvfb', inPackage: 'xvfb' },
  { program: 'dbus-daemon', inPackage: 'dbus' },
  { program: 'dunst', inPackage: 'dunst' },
  { program: 'openbox', inPackage: 'openbox' },
  { program: 'xdotool', inPackage: 'xdotool' },
  { program: 'xprop', inPackage: 'x11-utils' },
  { program: 'trayer', inPackage: 'trayer' },
  { program: 'xfce4-panel', inPackage: 'xfce4-panel' },
];

/** In addition, a Wayland compositor, a camera and a secret store. */
const forWholeRun = [
  { program: 'import', inPackage: 'imagemagick' },
  { program: 'sway', inPackage: 'sway' },
  { program: 'gnome-keyring-daemon', inPackage: 'gnome-keyring' },
];

/** Installs what the short desktop measures in `npm test` use. */
export function prepareShortDesktop() {
  return prepareTestPrograms(forShortRun);
}

/** Installs what all measures of `npm run attention` use. */
export function prepareWholeDesktop() {
  return prepareTestPrograms([...forShortRun, ...forWholeRun]);
}
