/** Maps libraries and programs to Debian and Ubuntu packages. Pure, so that tests need no such system. */

const packageOfLibrary = new Map([
  ['libasound.so.2', 'libasound2'],
  ['libatk-1.0.so.0', 'libatk1.0-0'],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'],
  ['libatspi.so.0', 'libatspi2.0-0'],
  ['libcairo.so.2', 'libcairo2'],
  ['libcups.so.2', 'libcups2'],
  ['libdbus-1.so.3', 'libdbus-1-3'],
  ['libdrm.so.2', 'libdrm2'],
  ['libexpat.so.1', 'libexpat1'],
  ['libgbm.so.1', 'libgbm1'],
  ['libgdk-3.so.0', 'libgtk-3-0'],
  ['libgdk_pixbuf-2.0.so.0', 'libgdk-pixbuf-2.0-0'],
  ['libgio-2.0.so.0', 'libglib2.0-0'],
  ['libglib-2.0.so.0', 'libglib2.0-0'],
  ['libgobject-2.0.so.0', 'libglib2.0-0'],
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libnotify.so.4', 'libnotify4'],
  ['libnspr4.so', 'libnspr4'],
  ['libnss3.so', 'libnss3'],
  ['libnssutil3.so', 'libnss3'],
  ['libpango-1.0.so.0', 'libpango-1.0-0'],
  ['libsmime3.so', 'libnss3'],
  ['libudev.so.1', 'libudev1'],
  ['libX11.so.6', 'libx11-6'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libXdamage.so.1', 'libxdamage1'],
  ['libXext.so.6', 'libxext6'],
  ['libXfixes.so.3', 'libxfixes3'],
  ['libXrandr.so.2', 'libxrandr2'],
  ['libxcb.so.1', 'libxcb1'],
  ['libxkbcommon.so.0', 'libxkbcommon0'],
]);

const packageOfProgram = new Map([
  ['Xvfb', 'xvfb'],
  ['xauth', 'xauth'],
  ['dbus-run-session', 'dbus'],
  ['dunst', 'dunst'],
]);

/** Electron loads these on demand, so `ldd` does not list them. */
export const librariesLoadedLater = ['libnotify.so.4'];

/** Programs that replace a desktop. */
export const programsForVirtualDisplay = [...packageOfProgram.keys()];

/**
 * Returns the libraries that the loader did not find.
 * @param {string} lddOutput
 */
export function missingLibraries(lddOutput) {
  const missing = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name);
  return [...new Set(missing)];
}

/**
 * Returns the packages for the missing names, and the names without a known package.
 * @param {readonly string[]} names sonames and programs
 */
export function packagesFor(names) {
  const found = names.map((name) => packageOfLibrary.get(name) ?? packageOfProgram.get(name));
  return {
    packages: [...new Set(found.filter((name) => name !== undefined))].sort(),
    unknown: names.filter((_, index) => found[index] === undefined),
  };
}

/**
 * Returns the name of the package in this release: since Ubuntu 24.04 and Debian 13 many libraries have the suffix t64,
 * and the plain name is only virtual, which apt cannot install.
 * @param {string} name
 * @param {string} policy the output of `apt-cache policy` for both names
 */
export function nameInRelease(name, policy) {
  const offered = [name, `${name}t64`].filter((candidate) => hasCandidate(candidate, policy));
  return offered[0] ?? name;
}

/**
 * @param {string} name
 * @param {string} policy
 */
function hasCandidate(name, policy) {
  const lines = policy.split('\n');
  const start = lines.indexOf(`${name}:`);
  if (start < 0) return false;
  const candidate = lines.slice(start, start + 4).find((line) => line.trimStart().startsWith('Candidate:'));
  return candidate !== undefined && !candidate.includes('(none)');
}

/**
 * Returns the progress of apt from one line of its status channel: "pmstatus:libgtk-3-0:45.4:Unpacking ...".
 * @param {string} line
 * @returns {string | null}
 */
export function aptPosition(line) {
  const [kind, , percent, ...words] = line.split(':');
  if ((kind !== 'dlstatus' && kind !== 'pmstatus') || percent === undefined) return null;
  return `${kind === 'dlstatus' ? 'downloading' : 'installing'} ${Math.round(Number(percent))} % ${words.join(':').slice(0, 50)}`.trimEnd();
}
