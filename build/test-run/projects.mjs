/**
 * The folders of each vitest project. A file belongs to the project with the longest matching folder, so
 * `test/unit/renderer` is not part of `test/unit`.
 */
export const projectFolders = /** @type {const} */ ({
  unit: 'test/unit',
  renderer: 'test/unit/renderer',
  contract: 'test/contract',
  integration: 'test/integration',
  silence: 'test/silence',
  e2e: 'test/e2e',
  faults: 'test/faults',
  attention: 'test/attention',
  installers: 'test/installers',
});

/** @typedef {keyof typeof projectFolders} ProjectName */

const pattern = '/**/*.test.ts';

/**
 * Returns the file patterns of a project for vitest.
 * @param {ProjectName} name
 * @returns {{ include: string[], exclude: string[] }}
 */
export function filesOf(name) {
  const folder = projectFolders[name];
  const inner = Object.values(projectFolders).filter((other) => other.startsWith(`${folder}/`));
  return { include: [`${folder}${pattern}`], exclude: inner.map((other) => `${other}${pattern}`) };
}

/**
 * @param {string} file path from the checkout, with slashes
 * @returns {ProjectName | undefined}
 */
export function projectOf(file) {
  const names = /** @type {ProjectName[]} */ (Object.keys(projectFolders));
  const holding = names.filter((name) => file.startsWith(`${projectFolders[name]}/`));
  return holding.sort((a, b) => projectFolders[b].length - projectFolders[a].length)[0];
}
