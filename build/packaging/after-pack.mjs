import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFuses } from './fuses.mjs';

/**
 * Called by electron-builder when the application's folder is complete and not yet signed or packed.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  const { appOutDir, electronPlatformName, packager } = context;
  const name = packager.appInfo.productFilename;
  const executables = /** @type {Record<string, string>} */ ({
    darwin: `${name}.app`,
    mas: `${name}.app`,
    win32: `${name}.exe`,
    // What "executableName" under "linux" in electron-builder.yml says.
    linux: 'sightline',
  });
  const executable = executables[electronPlatformName];
  if (executable === undefined) throw new Error(`no executable is known for ${electronPlatformName}`);
  await setFuses(join(appOutDir, executable), process.env['SIGHTLINE_BUILD_KIND'] === 'test' ? 'test' : 'release');
  await rm(join(appOutDir, '.sightline-runtime'), { force: true });
}
