/**
 * Does the part of fpm that electron-builder uses, for a deb with dpkg-deb and for an rpm with rpmbuild, because fpm itself is in neither
 * Debian nor the npm registry. electron-builder decides the name, dependencies, scripts, desktop entry and files, so a package
 * for tests declares what a released one does. An argument that is not known here is an error.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packDeb } from './pack-deb.mjs';
import { packRpm } from './pack-rpm.mjs';

const text = /** @type {const} */ ({ type: 'string' });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'input-type': { ...text, short: 's' },
    'output-type': { ...text, short: 't' },
    depends: { ...text, short: 'd', multiple: true },
    force: { type: 'boolean' },
    'deb-recommends': { ...text, multiple: true },
    'deb-compression': text,
    'deb-priority': text,
    'rpm-os': text,
    'rpm-compression': text,
    'rpm-summary': text,
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    license: text,
  },
});

/** @typedef {typeof values} FpmOptions */

/**
 * Lays the files out as they will be installed. `from/=to` stands for the content of the folder.
 * @param {string} root
 */
async function layOut(root) {
  for (const mapping of positionals) {
    const at = mapping.lastIndexOf('=');
    const [from, to] = [mapping.slice(0, at), join(root, mapping.slice(at + 1))];
    await mkdir(dirname(to), { recursive: true });
    if ((await stat(from)).isDirectory()) execFileSync('cp', ['-aT', from, to]);
    else await cp(from, to);
  }
  // Otherwise the umask of the build decides who can read the program.
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', root]);
}

const pack = { deb: packDeb, rpm: packRpm }[values['output-type'] ?? ''];
if (values['input-type'] !== 'dir' || pack === undefined || values.package === undefined)
  throw new Error('only -s dir with -t deb or rpm and --package is known here');

const folder = await mkdtemp(join(tmpdir(), `sightline-${basename(values.package)}-`));
try {
  await layOut(join(folder, 'root'));
  await mkdir(dirname(values.package), { recursive: true });
  await pack(folder, values, values.package);
} finally {
  await rm(folder, { recursive: true, force: true });
}
