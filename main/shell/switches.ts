/** Chromium switches that disable protection: certificates, origins, limits of the script engine. */
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
 * Returns the given switches that an installed console refuses to start with. Attaching a debugger requires a separate
 * profile folder, as in Chrome, so that it cannot read the everyday session.
 */
export function dangerousSwitches(hasSwitch: (name: string) => boolean): readonly string[] {
  const debugsEverydayProfile = hasSwitch('remote-debugging-port') && !hasSwitch('user-data-dir');
  return [...never.filter(hasSwitch), ...(debugsEverydayProfile ? ['remote-debugging-port'] : [])];
}
