import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rounded, type BenchMeasure, type BenchRow } from '../measure';

const goals = { renderer: 130, preload: 6, app: 15 } as const;

const gzipKb = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length / 1_000;

/** The files that the page asks for before its first screen: those named in its document. */
async function firstScreen(renderer: string): Promise<readonly string[]> {
  const html = await readFile(join(renderer, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/gu)].map(([, file]) => join(renderer, file ?? ''));
}

/** Megabytes of the packaged files; source maps are not packaged. */
async function packagedMb(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => !file.endsWith('.map'));
  const sizes = await Promise.all(
    files.map(async (file) => {
      const facts = await stat(join(folder, file));
      return facts.isFile() ? facts.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

/** What is downloaded, parsed and kept, which needs no rounds. */
export const measure: BenchMeasure = {
  name: 'size',
  order: 10,
  goal: 'small',
  async run({ builtApp, report }) {
    const kb = async (files: readonly string[]): Promise<number> =>
      (await Promise.all(files.map(async (file) => gzipKb(await readFile(file))))).reduce((sum, one) => sum + one, 0);
    const renderer = join(builtApp, 'renderer');
    const first = await firstScreen(renderer);
    const assets = (await readdir(renderer, { recursive: true })).filter((file) => /\.(?:js|css)$/u.test(file));
    report(
      `${String(first.length)} files for the first screen of ${String(assets.length)}; all of them ${(await kb(assets.map((file) => join(renderer, file)))).toFixed(0)} kB`,
    );
    const row = (name: keyof typeof goals, value: number, unit: string): BenchRow => ({
      name: `size.${name}`,
      value: rounded(value),
      unit,
      floor: null,
      ratio: null,
      goal: `at most ${String(goals[name])} ${unit}`,
      pass: value <= goals[name],
    });
    return [
      row('renderer', await kb(first), 'kB gzip'),
      row('preload', await kb([join(builtApp, 'preload', 'index.cjs')]), 'kB gzip'),
      row('app', await packagedMb(builtApp), 'MB'),
    ];
  },
};
