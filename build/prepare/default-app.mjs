/**
 * The default application of the stand-in runtime, which comes without Electron's own. It opens the application folder
 * given as the first argument that is not a flag. Runs inside Electron; finish-stand-in.mjs packs it.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

/**
 * Methods that Electron's own default application calls, and that its types omit.
 * @typedef {{ setVersion: (version: string) => void, setAppPath: (folder: string) => void }} OpenApplication
 */
const openApplication = /** @type {typeof app & OpenApplication} */ (app);

const folderArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'));

async function open(/** @type {string} */ folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  app.setName(manifest.productName ?? manifest.name);
  if (manifest.version) openApplication.setVersion(manifest.version);
  openApplication.setAppPath(folder);
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.name));
  await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href);
}

if (process.argv.includes('--version')) {
  process.stdout.write(`v${process.versions.electron}\n`);
  app.exit(0);
} else if (folderArgument === undefined) {
  process.stderr.write('Usage: electron <application folder> [arguments]\n');
  app.exit(1);
} else {
  try {
    await open(resolve(folderArgument));
  } catch (failure) {
    const described = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    process.stderr.write(`The application in ${folderArgument} did not start:\n${described}\n`);
    if (process.stdout.isTTY) dialog.showErrorBox('The application did not start', described);
    app.exit(1);
  }
}
