import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/**
 * The fuses (switches) in Electron's executable. The list is complete: the build fails if a new Electron has a fuse
 * without a decision here.
 *
 * @typedef {'release' | 'test'} BuildKind Playwright can drive a test build through the inspector, so it is never
 *   shipped
 */

/**
 * @param {BuildKind} kind
 * @returns {Map<FuseV1Options, boolean>}
 */
export function fusesFor(kind) {
  return new Map([
    [FuseV1Options.RunAsNode, false],
    // No cookie is ever stored: all partitions are in memory. On, the start would wait for the secret store, and a keyring that
    // was never set up would show a prompt instead of our window.
    [FuseV1Options.EnableCookieEncryption, false],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    [FuseV1Options.EnableNodeCliInspectArguments, kind === 'test'],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
    [FuseV1Options.OnlyLoadAppFromAsar, true],
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
    [FuseV1Options.WasmTrapHandlers, true],
  ]);
}

/**
 * Returns the decisions for the fuses of this executable. An older Electron has fewer; writing more would overwrite
 * other bytes.
 * @param {BuildKind} kind
 * @param {readonly string[]} present the numbers of its fuses
 */
export function fusesPresent(kind, present) {
  return Object.fromEntries([...fusesFor(kind)].filter(([fuse]) => present.includes(String(fuse))));
}

/**
 * Sets all fuses and reads them back.
 * @param {string} executable
 * @param {BuildKind} kind
 */
export async function setFuses(executable, kind) {
  const before = await getCurrentFuseWire(executable);
  const wanted = fusesPresent(
    kind,
    Object.keys(before).filter((key) => key !== 'version'),
  );
  // The types require all fuses of the newest Electron; an older one has fewer.
  const config = /** @type {import('@electron/fuses').FuseConfig} */ (
    /** @type {unknown} */ ({ version: FuseVersion.V1, strictlyRequireAllFuses: true, ...wanted })
  );
  await flipFuses(executable, config);
  const after = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (await getCurrentFuseWire(executable)));
  for (const [fuse, isOn] of Object.entries(wanted)) {
    if (after[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
      throw new Error(`the fuse ${fuse} was not set in ${executable}`);
  }
}
