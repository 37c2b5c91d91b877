import { PreparationProblem } from './problem.mjs';

const oldest = /** @type {const} */ ([20, 19]);

/**
 * @param {string} version as in process.versions.node
 */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** @param {string} [version] */
export function requireNode(version = process.versions.node) {
  if (isNodeNewEnough(version)) return;
  throw new PreparationProblem(
    `this is Node ${version}; Sightline needs ${oldest.join('.')} or newer to prepare itself.`,
    "install a current Node from https://nodejs.org (or your system's packages) and run the same command again.",
  );
}
