import { probes } from './probe';

const permissions = [
  ...['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'background-sync', 'push'],
  ...['persistent-storage', 'accelerometer', 'gyroscope', 'magnetometer', 'screen-wake-lock', 'payment-handler'],
  ...['storage-access', 'window-management', 'local-fonts', 'idle-detection', 'clipboard-write'],
];

/** What a page must not have. */
export const powerProbes = [
  ...probes('Node', {
    ...Object.fromEntries(
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'setImmediate'].map((name) => [
        name,
        `return typeof globalThis[${JSON.stringify(name)}] !== 'undefined' || typeof ${name} !== 'undefined';`,
      ]),
    ),
    'a file': "return require('fs').readFileSync('/etc/passwd', 'utf8').length > 0;",
    'a program': "return require('child_process').execSync('id').length > 0;",
    'IPC of Electron': "return typeof require('electron').ipcRenderer.send === 'function';",
    'a frame':
      "const f = make('iframe'); return typeof f.contentWindow.require === 'function' || typeof f.contentWindow.process === 'object';",
  }),
  ...probes(
    'permission',
    Object.fromEntries(
      permissions.map((name) => [
        name,
        `return (await navigator.permissions.query({ name: '${name}', userVisibleOnly: true })).state === 'granted';`,
      ]),
    ),
  ),
  ...probes('power', {
    'asks for notifications': "return (await Notification.requestPermission()) === 'granted';",
    'asks for devices': 'return (await navigator.mediaDevices.enumerateDevices()).some(({ label }) => label !== "");',
    'reads the clipboard': 'return typeof (await navigator.clipboard.readText()) === "string";',
    'writes the clipboard': "await navigator.clipboard.writeText('x'); return true;",
    'keeps the screen on': "return (await navigator.wakeLock.request('screen')) !== null;",
    'asks for MIDI': 'return (await navigator.requestMIDIAccess()) !== null;',
    'keeps storage': 'return (await navigator.storage.persist()) === true;',
    'opens an empty window': "const w = open('about:blank'); setTimeout(() => w?.close(), 500); return w !== null;",
    'writes into an empty frame':
      "const f = make('iframe'); f.contentDocument.write('<script>parent.' + code + '</scr' + 'ipt>');",
    'registers a protocol': "navigator.registerProtocolHandler('web+x', location.origin + '/?%s'); return true;",
    'reads fonts': 'return (await queryLocalFonts()).length > 0;',
  }),
];
