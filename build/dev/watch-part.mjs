import { join } from 'node:path';
import { build } from 'vite';
import { viteConfigOf } from '../prepare/app-folder.mjs';

/**
 * Builds a part of the application and again with every change of its sources. A build that fails is reported and leaves
 * what was built before.
 * @param {'main' | 'preload' | 'renderer'} part
 * @param {string} folder the folder of the application
 * @param {() => void} onBuilt called after every build but the first
 * @returns {Promise<void>} resolves with the first build
 */
export async function watchPart(part, folder, onBuilt) {
  const watcher = await build({
    configFile: viteConfigOf(part),
    logLevel: 'warn',
    build: { outDir: join(folder, part), watch: {} },
  });
  if (!('on' in watcher)) throw new Error(`Vite does not watch ${part}`);
  await new Promise((resolve, reject) => {
    let isFirst = true;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') {
        process.stderr.write(`${part} was not built: ${String(event.error)}\n`);
        if (isFirst) reject(new Error(`${part} was not built`));
      }
      if (event.code !== 'END') return;
      if (isFirst) resolve(undefined);
      else onBuilt();
      isFirst = false;
    });
  });
}
