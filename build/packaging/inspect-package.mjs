/**
 * Checks every app.asar below a folder of packages: it must contain neither node_modules nor sources. Usage: node
 * inspect-package.mjs <folder>
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { listPackage } from '@electron/asar';
import { isForbiddenInside, missingInside } from './package-content.mjs';

const folder = process.argv[2];
if (folder === undefined) throw new Error('the folder of the packages is the only argument');

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const archives = entries
  .filter((entry) => entry.isFile() && entry.name === 'app.asar')
  .map((entry) => join(entry.parentPath, entry.name));
if (archives.length === 0) {
  process.stderr.write(`no app.asar under ${folder}\n`);
  process.exitCode = 1;
}
for (const archive of archives) {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const forbidden = paths.filter(isForbiddenInside);
  const missing = missingInside(paths);
  process.stdout.write(
    `  ${relative(folder, archive)}: ${paths.length} entries, no node_modules: ${forbidden.length === 0}\n`,
  );
  if (forbidden.length > 0) process.stderr.write(`  must not be inside: ${forbidden.slice(0, 10).join(', ')}\n`);
  if (missing.length > 0) process.stderr.write(`  not inside: ${missing.join(', ')}\n`);
  // On macOS they are next to the resources, elsewhere next to the program.
  const hasNotices = [dirname(archive), dirname(dirname(archive))].some((place) =>
    existsSync(join(place, 'THIRD-PARTY-NOTICES.txt')),
  );
  if (!hasNotices) process.stderr.write('  not in the package: THIRD-PARTY-NOTICES.txt\n');
  if (forbidden.length + missing.length > 0 || !hasNotices) process.exitCode = 1;
}
