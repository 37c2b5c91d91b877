/** Chromium's own switches that undo what protects a session: certificates, origins, the script engine's limits. */
const never = [
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-running-insecure-content',
  'disable-web-security',
  'host-rules',
  'host-resolver-rules',
  'js-flags',
  'remote-debugging-pipe',
  'wait-for-debugger-children',
  'log-net-log',
];

/**
 * Switches an installed console does not start with. Attaching a debugger needs a profile folder of its own, as in Chrome, so that
 * nobody reads the everyday session through it.
 */
export function dangerousSwitches(hasSwitch: (name: string) => boolean): readonly string[] {
  const debugsEverydayProfile = hasSwitch('remote-debugging-port') && !hasSwitch('user-data-dir');
  return [...never.filter(hasSwitch), ...(debugsEverydayProfile ? ['remote-debugging-port'] : [])];
}
