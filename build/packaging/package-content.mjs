const needed = [
  '/package.json',
  '/main/index.js',
  '/main/practice.js',
  '/preload/index.cjs',
  '/renderer/index.html',
  '/icons/icon.png',
];

/**
 * Returns whether a path must not be in the packaged application.
 * @param {string} path with slashes, from the root of the archive
 */
export function isForbiddenInside(path) {
  return /(^|\/)node_modules(\/|$)|\.(ts|vue|tsbuildinfo|env|pem|key)$|(^|\/)\.git/.test(path);
}

/** @param {readonly string[]} paths */
export function missingInside(paths) {
  return needed.filter((path) => !paths.includes(path));
}
