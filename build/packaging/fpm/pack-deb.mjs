import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes a deb as fpm does: the scripts run as they are, also on an upgrade.
 * @param {string} folder its `root` holds the files to install
 * @param {import('./fpm.mjs').FpmOptions} options
 * @param {string} file
 */
export async function packDeb(folder, options, file) {
  const root = join(folder, 'root');
  const control = join(root, 'DEBIAN');
  await mkdir(control);
  const size = execFileSync('du', ['-sk', '--apparent-size', '--exclude=DEBIAN', root], { encoding: 'utf8' });
  const fields = {
    Package: options.name,
    Version: options.version,
    License: options.license,
    Vendor: options.vendor,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': size.split('\t')[0],
    Depends: options.depends?.join(', '),
    Recommends: options['deb-recommends']?.join(', '),
    Section: 'default',
    Priority: options['deb-priority'],
    Homepage: options.url,
    Description: options.description,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`]));
  await writeFile(join(control, 'control'), lines.join(''));
  const scripts = { postinst: options['after-install'], postrm: options['after-remove'] };
  for (const [name, script] of Object.entries(scripts)) {
    if (script === undefined) continue;
    await copyFile(script, join(control, name));
    execFileSync('chmod', ['755', join(control, name)]);
  }
  const compression = options['deb-compression'] === 'gz' ? ['-Zgzip', '-z1'] : ['-Zxz'];
  execFileSync('dpkg-deb', ['--root-owner-group', ...compression, '--build', root, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
