/**
 * Chromium switches that disable protection (certificates, origins, the sandbox), record what is encrypted, or start
 * another program in place of one of ours.
 */
const never = [
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-running-insecure-content',
  'disable-web-security',
  'disable-site-isolation-trials',
  'unsafely-treat-insecure-origin-as-secure',
  'host-rules',
  'host-resolver-rules',
  'auth-server-allowlist',
  'auth-negotiate-delegate-allowlist',
  'js-flags',
  'load-extension',
  'remote-debugging-pipe',
  'wait-for-debugger-children',
  'log-net-log',
  'ssl-key-log-file',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'single-process',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
];

/** Variables by which Chromium records what is encrypted. */
export const neverInEnvironment = ['SSLKEYLOGFILE'] as const;

export interface StartCircumstances {
  readonly hasSwitch: (name: string) => boolean;
  /** As root, Chromium starts without its sandbox only. */
  readonly isRoot: boolean;
  /** Whether the profile folder is the one of a start without `--user-data-dir`, however it is written. */
  readonly isEverydayProfile: boolean;
}

/**
 * Returns the given switches that an installed console refuses to start with. Attaching a debugger requires a separate
 * profile folder, as in Chrome, so that it cannot read the everyday session.
 */
export function dangerousSwitches({ hasSwitch, isRoot, isEverydayProfile }: StartCircumstances): readonly string[] {
  const byCircumstance = [...(isEverydayProfile ? ['remote-debugging-port'] : []), ...(isRoot ? [] : ['no-sandbox'])];
  return [...never, ...byCircumstance].filter(hasSwitch);
}
