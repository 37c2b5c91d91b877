import path from 'node:path';

const host = 'bundle';
export const bundleOrigin = 'app://bundle';
export const startPage = `${bundleOrigin}/index.html`;
/** The start page that shows only the wall. */
export const wallPage = `${startPage}?window=wall`;

/**
 * Returns the file for a request of our scheme, or `null` if there is none. Chromium resolves `..` and `%2e%2e` first,
 * but `..%2f`, backslashes, doubled slashes and `%00` arrive unchanged. Therefore the decoded name is checked, and the
 * joined path again.
 */
export function bundlePath(root: string, requested: string): string | null {
  const name = decodedName(requested);
  if (name === null) {
    return null;
  }
  const file = path.join(root, name === '' ? 'index.html' : name);
  const inside = path.relative(root, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}

function decodedName(requested: string): string | null {
  if (!URL.canParse(requested)) {
    return null;
  }
  const url = new URL(requested);
  if (url.protocol !== 'app:' || url.host !== host || url.username !== '' || url.password !== '') {
    return null;
  }
  try {
    const name = decodeURIComponent(url.pathname).slice(1);
    const isPlain = /^[\w./@ ()+~-]*$/.test(name) && !name.startsWith('/') && !name.split('/').includes('..');
    return isPlain ? name : null;
  } catch {
    // Malformed percent encoding.
    return null;
  }
}
