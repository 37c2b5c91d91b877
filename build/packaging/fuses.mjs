import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/**
 * The switches in Electron's executable. Every one is decided here, so that a new Electron with a new switch does not
 * build until someone decided about it.
 *
 * @typedef {'release' | 'test'} BuildKind a test build can be driven by Playwright, which attaches through the inspector;
 *   it is never shipped
 */

/**
 * @param {BuildKind} kind
 * @returns {Map<FuseV1Options, boolean>}
 */
export function fusesFor(kind) {
  return new Map([
    [FuseV1Options.RunAsNode, false],
    [FuseV1Options.EnableCookieEncryption, true],
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
 * What was decided, for the switches that this executable has: an older Electron has fewer, and must not be written past.
 * @param {BuildKind} kind
 * @param {readonly string[]} present the numbers of its switches
 */
export function fusesPresent(kind, present) {
  return Object.fromEntries([...fusesFor(kind)].filter(([fuse]) => present.includes(String(fuse))));
}

/**
 * Sets them all and reads them back.
 * @param {string} executable
 * @param {BuildKind} kind
 */
export async function setFuses(executable, kind) {
  const before = await getCurrentFuseWire(executable);
  const wanted = fusesPresent(
    kind,
    Object.keys(before).filter((key) => key !== 'version'),
  );
  // The types know only the newest Electron's switches; an older one has fewer, so the record may be partial.
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
