/**
 * Makes a deb or an rpm of the packaged application for tests, with another version number and quick compression. Usage: node
 * make-installer.mjs <unpacked folder> <version> <destination folder> <deb or rpm>
 */
import { delimiter, join } from 'node:path';
import { runThrough } from '../prepare/display.mjs';
import { checkout, toolNode } from '../prepare/paths.mjs';

const [unpacked, version, folder, kind = 'deb'] = process.argv.slice(2);
if (unpacked === undefined || folder === undefined)
  throw new Error('the arguments are the unpacked folder, a version and the destination folder');

process.exitCode = await runThrough(
  toolNode,
  [
    join(checkout, 'node_modules', 'electron-builder', 'cli.js'),
    ...['--publish', 'never', '--prepackaged', unpacked, '--linux', kind],
    `--config.directories.output=${folder}`,
    `--config.extraMetadata.version=${version}`,
    ...(kind === 'deb' ? ['--config.deb.compression=gz'] : []),
  ],
  {
    cwd: checkout,
    environment: {
      ...process.env,
      USE_SYSTEM_FPM: 'true',
      PATH: [join(checkout, 'build/packaging/fpm'), process.env['PATH']].join(delimiter),
    },
  },
);
