import { chmod, chown, mkdir } from 'node:fs/promises';
import process from 'node:process';
import type { WriterBench } from './bench';
import type { Found } from './writer';

export interface DiskOutcome {
  /** The newest number acknowledged before or during the error. */
  readonly acknowledged: number;
  readonly found: Found;
  /** Whether the error was effective: a write was refused. */
  readonly wasRefused: boolean;
}

/** Runs its steps in one shell with `$F` as the folder: `before`, then 2 and 3 during the error, then a start. */
function script(bench: WriterBench, before: string, during: string): string {
  const writer = (...task: string[]): string =>
    bench
      .command(...task)
      .map(quote)
      .join(' ');
  return [
    'set -e',
    before,
    `${writer('write')} "$F" 1 1 6000`,
    during,
    `(${process.platform === 'linux' ? 'eval "$LIMIT";' : ''} ${writer('write')} "$F" 2 3 40000)`,
    `${writer('read')} "$F"`,
  ].join('\n');
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

type DiskError = (bench: WriterBench) => Promise<readonly unknown[]>;

async function inShell(
  bench: WriterBench,
  parts: { before?: string; during?: string; limit?: string; mounts?: boolean },
): Promise<readonly unknown[]> {
  const folder = bench.nextFolder();
  await mkdir(folder);
  const { before = 'true', during = 'true', limit = 'true', mounts = false } = parts;
  const head = `F=${quote(folder)}; LIMIT=${quote(limit)}`;
  const shell = ['sh', '-c', `${head}\n${script(bench, before, during)}`];
  return bench.run(mounts ? ['unshare', '--user', '--map-root-user', '--mount', ...shell] : shell);
}

/** Real errors, as far as an ordinary machine allows: small and read-only file systems, limits, foreign folders. */
export const diskErrors: Readonly<Record<string, DiskError>> = {
  'a disk that fills up in the middle (ENOSPC)': (bench) =>
    inShell(bench, { before: 'mount -t tmpfs -o size=48k none "$F"', mounts: true }),
  'a file that may not grow further (EFBIG)': (bench) => inShell(bench, { limit: 'ulimit -f 16' }),
  'a file system turned read-only (EROFS)': (bench) =>
    inShell(bench, { before: 'mount -t tmpfs none "$F"', during: 'mount -o remount,ro "$F"', mounts: true }),
  'a file that nothing may take the place of (EBUSY)': (bench) =>
    inShell(bench, { during: 'mount --bind "$F/settings.json" "$F/settings.json"', mounts: true }),
  'a folder of somebody else (EACCES)': async (bench) => {
    const folder = bench.nextFolder();
    await mkdir(folder);
    await chmod(bench.folder, 0o755);
    const first = await bench.run(bench.command('write', folder, '1', '1', '6000'));
    await chmod(folder, 0o555);
    const as = process.getuid?.() === 0 ? { as: 65_534 } : {};
    const then = await bench.run(bench.command('write', folder, '2', '3', '40000'), as);
    const last = await bench.run(bench.command('read', folder), as);
    await chmod(folder, 0o755);
    if (process.getuid?.() === 0) await chown(folder, 0, 0);
    return [...first, ...then, ...last];
  },
};

export function outcomeOf(said: readonly unknown[]): DiskOutcome {
  const numbers = said.filter((line) => typeof line === 'number');
  return {
    acknowledged: Math.max(0, ...numbers),
    found: said.at(-1) as Found,
    wasRefused: numbers.length < 3,
  };
}
