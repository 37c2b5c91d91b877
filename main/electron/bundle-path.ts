import path from 'node:path';

const host = 'bundle';
export const bundleOrigin = 'app://bundle';
export const startPage = `${bundleOrigin}/index.html`;
/** The same page, told to show the wall alone. */
export const wallPage = `${startPage}?window=wall`;

/**
 * The file a request for our own scheme may read, or `null` when there is none. Chromium folds `..` and `%2e%2e` away before
 * it asks, but `..%2f`, backslashes, doubled slashes and `%00` arrive as they were written, so the decoded name is checked
 * as a name first and the joined path again afterwards.
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
    // A broken percent escape names no file.
    return null;
  }
}
