import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BatteryOptions } from './battery';
import type { Finding, Measure } from './measure';

const runFile = fileURLToPath(new URL('./run.ts', import.meta.url));

export interface ApartOptions extends Pick<BatteryOptions, 'seed' | 'write'> {
  /** Folder of the measure's findings, below this one. */
  readonly out: string;
}

/**
 * Runs one measure in a process of its own, so that waiting costs others no time and timers and memory are separate. Its output is printed
 * when it ends. A process without findings has failed.
 */
export async function runInSubprocess(
  { name, goal }: Measure,
  { seed, write, out }: ApartOptions,
): Promise<readonly Finding[]> {
  const folder = join(out, name);
  const file = join(folder, 'faults.json');
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });
  const said = await outputOf(['--seed', String(seed), '--only', name, '--out', folder]);
  write(`${name}, in parallel:\n${said.trimEnd()}`);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as readonly Finding[];
  } catch {
    return [{ name, value: 'did not finish', goal, pass: false }];
  }
}

function outputOf(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...process.execArgv, runFile, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = (): void => {
    child.kill();
  };
  process.once('exit', end);
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      process.off('exit', end);
      resolve(Buffer.concat(pieces).toString('utf8'));
    });
  });
}
