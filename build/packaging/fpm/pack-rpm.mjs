import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes an rpm as fpm does: only files that no other package owns, and the scripts as they are.
 * @param {string} folder its `root` holds the files to install
 * @param {import('./fpm.mjs').FpmOptions} options
 * @param {string} file
 */
export async function packRpm(folder, options, file) {
  const root = join(folder, 'root');
  const version = (options.version ?? '').replaceAll('-', '_');
  const fields = {
    Name: options.name,
    Version: version,
    Release: '1',
    Summary: options['rpm-summary'] ?? options.name,
    License: options.license,
    Vendor: options.vendor,
    URL: options.url,
    Packager: options.maintainer,
    AutoReqProv: 'no',
  };
  const lines = [
    ...Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])),
    ...(options.depends ?? []).map((depend) => `Requires: ${depend}`),
    '%define __os_install_post %{nil}',
    '%define _build_id_links none',
    '%description',
    options.description ?? '',
    '%files',
    '%defattr(-,root,root,-)',
    ...filesBelow(root).map((name) => `"${name}"`),
  ];
  const scripts = { post: options['after-install'], postun: options['after-remove'] };
  for (const [name, script] of Object.entries(scripts)) {
    // A percent sign would begin a macro.
    if (script !== undefined)
      lines.push(`%${name} -p /bin/bash`, (await readFile(script, 'utf8')).replaceAll('%', '%%'));
  }
  const spec = join(folder, 'package.spec');
  await writeFile(spec, `${lines.join('\n')}\n`);
  const made = join(folder, 'made');
  await mkdir(made);
  const definitions = [`_topdir ${join(folder, 'top')}`, `_rpmdir ${made}`, '_binary_payload w1.gzdio'];
  execFileSync(
    'rpmbuild',
    [
      ...['-bb', '--buildroot', root, '--target', rpmArchitecture(options.architecture)],
      ...definitions.flatMap((definition) => ['--define', definition]),
      ...['--noclean', spec],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [result] = readdirSync(made, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.rpm'));
  if (result === undefined) throw new Error('rpmbuild made no package');
  await rename(join(made, result), file);
}

/** @param {string | undefined} architecture as Debian or rpm name it */
function rpmArchitecture(architecture) {
  return { amd64: 'x86_64', arm64: 'aarch64' }[architecture ?? ''] ?? architecture ?? 'x86_64';
}

/** @param {string} root */
function filesBelow(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}
