import { expect, it } from 'vitest';
import { hasNoDisplay, usesWayland, type DisplayFacts } from '../../../main/shell/display-server';

const waylandSession = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' };
const facts: DisplayFacts = { platformSwitch: '', hintSwitch: '', electronMajor: 45, env: waylandSession };

it.each<[string, Partial<DisplayFacts>, boolean]>([
  ['a Wayland session', {}, true],
  ['an X11 session', { env: { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' } }, false],
  ['a Wayland session without its socket', { env: { XDG_SESSION_TYPE: 'wayland' } }, false],
  ['an Electron that has to be asked', { electronMajor: 33 }, false],
  ['an older Electron with the hint', { electronMajor: 33, hintSwitch: 'auto' }, true],
  ['X11 by switch', { platformSwitch: 'x11' }, false],
  ['Wayland by switch', { platformSwitch: 'wayland', electronMajor: 33, env: {} }, true],
  ['Wayland by hint', { hintSwitch: 'wayland', env: {} }, true],
])('decides as Chromium does: %s', (_what, changes, isWayland) => {
  expect(usesWayland({ ...facts, ...changes })).toBe(isWayland);
});

it.each<[string, string, Partial<DisplayFacts>, boolean]>([
  ['a server without a screen', 'linux', { env: {} }, true],
  ['empty variables', 'linux', { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } }, true],
  ['an X11 session', 'linux', { env: { DISPLAY: ':0' } }, false],
  ['a Wayland session', 'linux', {}, false],
  ['a start that needs none', 'linux', { env: {}, platformSwitch: 'headless' }, false],
  ['another system', 'win32', { env: {} }, false],
])('knows whether there is a display: %s', (_what, platform, changes, isMissing) => {
  expect(hasNoDisplay(platform, { ...facts, ...changes })).toBe(isMissing);
});
