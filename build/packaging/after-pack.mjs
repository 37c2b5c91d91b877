import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFuses } from './fuses.mjs';

/**
 * Sets the fuses. electron-builder calls it when the application folder is complete, before signing and packing.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  const { appOutDir, electronPlatformName, packager } = context;
  const name = packager.appInfo.productFilename;
  const executables = /** @type {Record<string, string>} */ ({
    darwin: `${name}.app`,
    mas: `${name}.app`,
    win32: `${name}.exe`,
    // Equal to `linux.executableName` in electron-builder.yml.
    linux: 'sightline',
  });
  const executable = executables[electronPlatformName];
  if (executable === undefined) throw new Error(`no executable is known for ${electronPlatformName}`);
  await setFuses(join(appOutDir, executable), process.env['SIGHTLINE_BUILD_KIND'] === 'test' ? 'test' : 'release');
  await rm(join(appOutDir, '.sightline-runtime'), { force: true });
}
