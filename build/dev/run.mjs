/**
 * The work of `npm run dev`, on a display: builds into out/dev and keeps the console up to date with it. The page comes
 * through the console's own scheme with its own content policy, as in a package. The profile is out/dev-profile.
 */
import { join } from 'node:path';
import { makeAppFolder, parts } from '../prepare/app-folder.mjs';
import { outFolder } from '../prepare/paths.mjs';
import { createChangeQueue } from './change-queue.mjs';
import { startConsole } from './console-process.mjs';
import { watchPart } from './watch-part.mjs';

// Vite warns that it bundles its config files first. It has to, because our imports have no file extensions.
process.env['VITE_CONFIG_NATIVE_IGNORE_WARNING'] = 'true';

const folder = join(outFolder, 'dev');
const options = {
  electronPath: process.env['SIGHTLINE_ELECTRON'] ?? '',
  args: [folder, `--user-data-dir=${join(outFolder, 'dev-profile')}`, ...process.argv.slice(2)],
  onExit: () => process.exit(0),
};

/** @param {string} line */
const report = (line) => process.stderr.write(`${line}\n`);

/** @type {import('./console-process.mjs').ConsoleProcess | null} */
let running = null;

const renew = createChangeQueue(async (renewal) => {
  try {
    if (renewal === 'reload' && running !== null) {
      await running.reload();
      report('The page is reloaded.');
      return;
    }
    await running?.close();
    running = null;
    running = await startConsole(options);
    report('The console is open. A change in renderer reloads the page; one in main or preload restarts the console.');
  } catch (failure) {
    // The next change is likely to mend it.
    report(`The console could not be renewed: ${String(failure)}`);
  }
});
const stop = () => void (running?.close() ?? Promise.resolve()).finally(() => process.exit(0));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);

await makeAppFolder(folder);
let isBuilt = false;
for (const part of parts) {
  await watchPart(part, folder, () => {
    if (isBuilt) void renew(part === 'renderer' ? 'reload' : 'restart');
  });
}
isBuilt = true;
await renew('restart');
