import { unit, window, type Protection } from './protection';

const guards = 'main/electron/page-guards.ts';
const page = 'main/electron/secure-page.ts';
const policy = 'main/shell/content-policy.ts';

/** What keeps a page, ours or another, inside. */
export const pageProtections: readonly Protection[] = [
  ...['will-navigate', 'will-frame-navigate', 'will-redirect'].map((event) =>
    unit(`no ${event}`, guards, [`contents.on('${event}', refuse);`, ''], 'electron/page-guards'),
  ),
  unit('no new window', guards, ["action: 'deny'", "action: 'allow'"], 'electron/page-guards'),
  unit(
    'no embedded page',
    guards,
    ["    event.preventDefault();\n    log.warn('embedded page blocked');", ''],
    'electron/page-guards',
  ),
  unit('sign-in pages only where they may', guards, ['if (mayOpen(url)) return;', 'return;'], 'electron/page-guards'),
  unit('no permission on request', guards, ['respond(false);', 'respond(true);'], 'electron/page-guards'),
  unit(
    'no permission on check',
    guards,
    ['setPermissionCheckHandler(() => false)', 'setPermissionCheckHandler(() => true)'],
    'electron/page-guards',
  ),
  unit(
    'no device',
    guards,
    ['guarded.setDevicePermissionHandler(() => false);', 'guarded.setDevicePermissionHandler(() => true);'],
    'electron/page-guards',
  ),
  unit(
    'no recording of the screen',
    guards,
    ['respond({});', "respond({ video: { id: 'screen:0:0', name: 'screen' } });"],
    'electron/page-guards',
  ),
  unit(
    'no download',
    guards,
    ["guarded.on('will-download', (event) => {\n    event.preventDefault();\n  });", ''],
    'electron/page-guards',
  ),
  unit(
    'no WebRTC past the proxy',
    guards,
    ["contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');", ''],
    'electron/page-guards',
  ),
  unit(
    'no network of this computer for our pages',
    guards,
    ["proxyBypassRules: '<-loopback>'", "proxyBypassRules: '<local>'"],
    'electron/page-guards',
  ),
  unit('no dictionary', guards, ['guarded.setSpellCheckerLanguages([]);', ''], 'electron/page-guards'),
  ...[
    ['sandbox: true', 'sandbox: false'],
    ['contextIsolation: true', 'contextIsolation: false'],
    ['nodeIntegration: false', 'nodeIntegration: true'],
    ['webSecurity: true', 'webSecurity: false'],
    ['webviewTag: false', 'webviewTag: true'],
    ['navigateOnDragDrop: false', 'navigateOnDragDrop: true'],
    ["  disableBlinkFeatures: 'Auxclick',\n", ''],
    ['devTools: !isInstalled', 'devTools: true'],
  ].map(([find = '', replace = '']) =>
    unit(`page without ${find.trim()}`, page, [find, replace], 'electron/secure-page'),
  ),
  window('the guards of all pages', 'main/compose.ts', ["guardWebContents(log('guard'));", ''], {
    file: 'security',
    title: 'goes nowhere',
  }),
  window(
    'scripts of the bundle only',
    policy,
    [`"script-src 'self'"`, `"script-src 'self' 'unsafe-inline' 'unsafe-eval'"`],
    { file: 'security', title: 'gets a strict policy' },
  ),
  window('no network of the page', policy, [`"connect-src 'none'"`, `"connect-src *"`], {
    file: 'security',
    title: 'runs no script',
  }),
  window('Trusted Types', policy, [`  "require-trusted-types-for 'script'",\n`, ''], {
    file: 'security',
    title: 'runs no script',
  }),
  unit(
    'files of the bundle only',
    'main/shell/bundle-path.ts',
    ["return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;", 'return file;'],
    'shell/bundle-path',
  ),
];
