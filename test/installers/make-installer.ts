import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** Makes a deb or an rpm of the packaged application, which `npm test` makes before these tests, and returns its path. */
export function makeInstaller(
  kind: 'deb' | 'rpm',
  version: string,
  folder: string,
  unpacked = path.dirname(process.env['SIGHTLINE_PACKAGED'] ?? ''),
): string {
  const made = path.join(folder, version);
  const script = path.join(checkout, 'build', 'packaging', 'make-installer.mjs');
  execFileSync(process.execPath, [script, unpacked, version, made, kind], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [file, ...others] = readdirSync(made).filter((name) => name.endsWith(`.${kind}`));
  if (file === undefined || others.length > 0) throw new Error(`not exactly one ${kind} was made in ${made}`);
  return path.join(made, file);
}
