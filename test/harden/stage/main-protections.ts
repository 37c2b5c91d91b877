import { unit, window, type Protection } from './protection';

/** What main refuses, keeps to itself and never sends. */
export const mainProtections: readonly Protection[] = [
  unit('commands of our pages only', 'main/ipc/router.ts', ['if (!caller.isTrusted) {', 'if (false) {'], 'ipc/router'),
  unit(
    'requests that fit the schema only',
    'main/ipc/router.ts',
    ['if (!request.success) {', 'if (request.success === undefined) {'],
    'ipc/router',
  ),
  unit('main frames only', 'main/shell/trusted-sender.ts', ['!frame.isMainFrame || ', ''], 'shell/trusted-sender'),
  unit(
    'known windows only',
    'main/shell/trusted-sender.ts',
    ['!trustedContentsIds.has(contentsId) || ', ''],
    'shell/trusted-sender',
  ),
  unit(
    'bridge of known commands',
    'preload/bridge.ts',
    ['if (!isCommandName(name)) return', 'if (false) return'],
    'preload/bridge',
  ),
  window(
    'no channel of the store',
    'main/electron/settings-file.ts',
    ["    ipcMain.removeAllListeners('electron-store-get-data');\n", ''],
    {
      file: 'security',
      title: 'leaves no cookie',
    },
  ),
  unit('https links only', 'main/shell/external-link.ts', ["url.protocol === 'https:' && ", ''], 'shell/external-link'),
  unit(
    'links without credentials',
    'main/shell/external-link.ts',
    ["url.username === '' && url.password === '' && ", ''],
    'shell/external-link',
  ),
  unit(
    'links of the program only navigate',
    'main/shell/deep-link.ts',
    ['part.length > longestPart || ', ''],
    'shell/deep-link',
  ),
  unit(
    'allowed hosts',
    'main/session/session-control.ts',
    ['!isHostAllowed(host)', 'host.length < 0 && !isHostAllowed(host)'],
    'session/session-control',
  ),
  unit(
    'rights of the policy',
    'main/floor/commands/permission.ts',
    ['if (!isAllowed(tools.rights, mode, request))', 'if (tools === undefined)'],
    'floor/commands/permission',
  ),
  unit(
    'sign-in pages of listed hosts',
    'main/session/sign-in-page.ts',
    [' && this.#isHostAllowed(url)', ''],
    'session/sign-in-page',
  ),
  unit(
    'encrypted addresses only',
    'main/base/secure-address.ts',
    ["url?.protocol === 'https:' || (", 'url !== null || ('],
    'gws/session/address',
  ),
  unit(
    'passwords where the policy allows them',
    'main/session/remembered-sign-in.ts',
    ['if (!isPasswordAllowed) passwords.removeAll();', ''],
    'session/remembered-sign-in',
  ),
  unit(
    'a store that protects',
    'main/session/secret-store.ts',
    ["backend !== 'basic_text' && backend !== 'unknown'", 'backend.length > 0'],
    'session/secret-store',
  ),
  unit(
    'a key of the store',
    'main/session/secret-store.ts',
    ['if (system.isProtected(bytes)) return {', 'return {'],
    'session/secret-store',
  ),
  unit(
    'proxy credentials for proxies only',
    'main/electron/network/proxy-visit.ts',
    ['if (!isProxy) {', 'if (host === undefined) {'],
    'electron/network-guards',
  ),
  unit(
    'proxy credentials for one proxy',
    'main/network/proxy-sign-in.ts',
    ['return `${addressOf(proxy)} ${proxy.realm}`;', 'return proxy.realm;'],
    'network/proxy-sign-in',
  ),
  unit(
    'certificates that Chromium accepts',
    'main/electron/network/refused-certificates.ts',
    ['const useChromiumsResult = -3;', 'const useChromiumsResult = 0;'],
    'electron/network-guards',
  ),
  unit(
    'no client certificate unasked',
    'main/network/client-certificate-choice.ts',
    ["    return { is: 'asking' };", "    return { is: 'decided', certificateId: offered[0]?.id ?? null };"],
    'network/client-certificate-choice',
  ),
  unit(
    'redaction of sensitive keys',
    'main/diagnostics/sensitive-keys.ts',
    ['return known.has(plain) || secretPart.test(plain);', 'return known.has(plain);'],
    'diagnostics/redaction',
  ),
  unit(
    'redaction of disguises',
    'main/diagnostics/redaction.ts',
    [".replace(disguises, ' ')", ''],
    'diagnostics/redaction',
  ),
  window(
    'redaction of the log',
    'main/index.ts',
    ['createRedactingSink(recentLog.keeping(logFile))', 'recentLog.keeping(logFile)'],
    {
      file: 'managed',
      title: 'has its settings fixed',
    },
  ),
  unit(
    'names as one plain line',
    'main/notifications/plain-text.ts',
    ['return plainLine(written, longest);', 'return written;'],
    'notifications/notification-text',
  ),
  {
    name: 'escaped bodies of notifications',
    file: 'main/notifications/plain-text.ts',
    find: "return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');",
    replace: 'return text;',
    guard: { project: 'integration', file: 'test/integration/desktop/bus-notifier.test.ts' },
  },
  unit(
    'signed updates only',
    'main/updates/update-feed.ts',
    ["if (!isSigned(text, signature, publicKey)) throw new UpdateError('notSigned');", ''],
    'updates/update-feed',
  ),
  unit(
    'updates from the folder of the feed',
    'main/updates/update-feed.ts',
    [String.raw`.regex(/^[\w.+() -]{1,200}$/u)`, ''],
    'updates/update-feed',
  ),
  unit(
    'chained records',
    'main/journal/verify.ts',
    ['if (record.prev !== previous.hash) {', 'if (record.prev === undefined) {'],
    'journal/verify-target',
  ),
  window(
    'cookies in memory',
    'main/electron/http.ts',
    ['session.fromPartition(`gws-', 'session.fromPartition(`persist:gws-'],
    {
      file: 'security',
      title: 'leaves no cookie',
    },
  ),
  window(
    'files of the owner only',
    'main/electron/settings-file.ts',
    ['const ownerOnly = 0o600;', 'const ownerOnly = 0o644;'],
    {
      file: 'security',
      title: 'leaves no cookie',
    },
  ),
  window(
    'crash dumps that stay',
    'main/electron/crash-dumps.ts',
    ['uploadToServer: false', "uploadToServer: true, submitURL: 'http://127.0.0.1:9/'"],
    {
      file: 'security',
      title: 'leaves no cookie',
    },
  ),
  unit(
    'too many values in a body',
    'main/gws/session/parse-json.ts',
    ['if (values > maxValues) return true;', 'if (values < 0) return true;'],
    'gws/session/parse-json',
  ),
  window(
    'responses of limited size',
    'main/electron/http-exchange.ts',
    ['if (size > maxBodyBytes) {', 'if (size < 0) {'],
    {
      file: 'hostile-answers',
      title: 'is refused at sign-in',
    },
  ),
  window(
    'redirects that are not followed',
    'main/electron/http-exchange.ts',
    [
      'resolve(redirection(status, url, headers));\n      outgoing.abort();',
      'outgoing.followRedirect();\n      if (status < 0) resolve(redirection(status, url, headers));',
    ],
    {
      file: 'hostile-answers',
      title: 'is not followed',
    },
  ),
  unit(
    'fuse for Node',
    'build/packaging/fuses.mjs',
    ['[FuseV1Options.RunAsNode, false]', '[FuseV1Options.RunAsNode, true]'],
    'build/fuses',
  ),
  unit(
    'fuse for the archive',
    'build/packaging/fuses.mjs',
    ['[FuseV1Options.OnlyLoadAppFromAsar, true]', '[FuseV1Options.OnlyLoadAppFromAsar, false]'],
    'build/fuses',
  ),
  unit(
    'fuse for the inspector',
    'build/packaging/fuses.mjs',
    ["EnableNodeCliInspectArguments, kind === 'test'", 'EnableNodeCliInspectArguments, true'],
    'build/fuses',
  ),
  unit('refused switches', 'main/shell/switches.ts', ["  'ssl-key-log-file',\n", ''], 'shell/switches'),
  unit(
    'no debugger on the everyday profile',
    'main/shell/switches.ts',
    ["isEverydayProfile ? ['remote-debugging-port'] : []", 'isEverydayProfile ? [] : []'],
    'shell/switches',
  ),
];
