import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { screenshotName, sizes, themes, type Scene, type SceneTheme } from './scene';
import { scenes } from './scenes';
import { openScreenWindow, type ScreenWindow } from './screen-window';

/**
 * Pictures of every screen in every state, each judged by axe: `npm run screens [-- --only chats] [--theme rtl]`.
 * The renderer is the real one, in a real Electron window; main is a stand-in that keeps state, so that every state can
 * be had at once. Pictures go to `out/screens`; the run fails on any finding.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [''] },
    theme: { type: 'string', multiple: true, default: [...themes] },
    out: { type: 'string', default: 'out/screens' },
  },
});
const outFolder = path.resolve(values.out);
const electron = process.env['SIGHTLINE_ELECTRON'] ?? '';
const previewConfig = fileURLToPath(new URL('../support/renderer/preview/vite.config.ts', import.meta.url));
const windowCount = 2;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One load of one scene in one theme, pictured in every size. */
interface Job {
  readonly scene: Scene;
  readonly theme: SceneTheme;
}

function requestedJobs(): Job[] {
  const wanted = scenes.filter(({ screen, state }) =>
    values.only.some((prefix) => `${screen}-${state}`.startsWith(prefix)),
  );
  const shown = themes.filter((theme) => values.theme.includes(theme));
  return wanted.flatMap((scene) => shown.map((theme) => ({ scene, theme })));
}

async function play(window: ScreenWindow, { scene, theme }: Job): Promise<readonly string[]> {
  const found: string[] = [];
  await window.resize(sizes[0]);
  await window.show(scene, theme);
  for (const size of sizes) {
    await window.resize(size);
    const name = screenshotName(scene, theme, size);
    await window.screenshot(path.join(outFolder, `${name}.png`));
    found.push(...(await window.findings()).map((finding) => `${name}: ${finding}`));
  }
  return found;
}

async function workThrough(jobs: Job[], address: string): Promise<readonly string[]> {
  const window = await openScreenWindow(electron, address);
  const found: string[] = [];
  try {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const { scene, theme } = job;
      try {
        found.push(...(await play(window, job)));
      } catch (cause) {
        found.push(
          `${scene.screen}-${scene.state}-${theme}: ${cause instanceof Error ? cause.message : String(cause)}`,
        );
      }
    }
  } finally {
    await window.close();
  }
  return found;
}

async function run(): Promise<number> {
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  const bundle = path.resolve('out/screens-app');
  await build({
    configFile: previewConfig,
    logLevel: 'warn',
    build: {
      outDir: bundle,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
    },
  });
  const server = await preview({
    configFile: previewConfig,
    logLevel: 'warn',
    build: { outDir: bundle },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the preview server says where it listens');
  const jobs = requestedJobs();
  say(`${jobs.length} scenes in ${sizes.length} sizes, to ${outFolder}`);
  const found = (await Promise.all(Array.from({ length: windowCount }, () => workThrough(jobs, address)))).flat();
  await server.close();
  for (const finding of found) say(finding);
  say(found.length === 0 ? 'Nothing was found.' : `${found.length} findings.`);
  return found.length === 0 ? 0 : 1;
}

process.exitCode = await run();
