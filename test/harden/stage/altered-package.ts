import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import type { Chance } from '../../faults/world/chance';
import { makeInstaller } from '../../installers/make-installer';

export const archive = 'resources/app.asar';
const installedIn = 'opt/Sightline';

/** All files of a package, by their paths in it. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Whether the file is code, or what code is made of before it runs; everything else is data. */
export function isCode(folder: string, name: string): boolean {
  const isExecutable = (statSync(path.join(folder, name)).mode & 0o111) !== 0;
  return isExecutable || /\.(?:so|asar|bin)(?:\.\d+)*$/u.test(name);
}

/** Changes one byte; the file is a new one, because copies of a package share their files. */
export function withChangedByte(file: string, chance: Chance): void {
  const bytes = readFileSync(file);
  const at = chance.between(0, Math.max(0, bytes.length - 1));
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.between(0, 7));
  replace(file, bytes);
}

/** Puts another file of the same kind in its place; the archive is replaced by one of an attacker. */
export async function swapped(folder: string, name: string, attackersCode: string): Promise<void> {
  if (name === archive) {
    await packAttacker(path.join(folder, name), attackersCode);
    return;
  }
  const files = filesIn(folder).filter((other) => other !== name && other !== archive);
  const same = files.filter(
    (other) => path.extname(other) === path.extname(name) && isCode(folder, other) === isCode(folder, name),
  );
  const [other] = same.length > 0 ? same : files;
  replace(path.join(folder, name), readFileSync(path.join(folder, other ?? '')));
}

function replace(file: string, bytes: Buffer): void {
  const { mode } = statSync(file);
  rmSync(file);
  writeFileSync(file, bytes, { mode });
}

async function packAttacker(file: string, code: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-attacker-'));
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "attacker", "main": "index.js" }');
  writeFileSync(path.join(folder, 'index.js'), code);
  rmSync(file);
  await createPackage(folder, file);
  rmSync(folder, { recursive: true, force: true });
}

/** Keeps a file as it was, to put it back. */
export function kept(file: string): () => void {
  const copy = `${file}.kept`;
  renameSync(file, copy);
  copyFileSync(copy, file);
  return () => {
    rmSync(file, { force: true });
    renameSync(copy, file);
  };
}

/** The deb unpacked in a root of its own, with the records of dpkg by which an administrator checks it. Needs root. */
export class UnpackedDeb {
  readonly #root: string;

  constructor(unpacked: string) {
    this.#root = mkdtempSync(path.join(tmpdir(), 'sightline-dpkg-'));
    const records = path.join(this.#root, 'var/lib/dpkg');
    for (const name of ['info', 'updates', 'triggers']) mkdirSync(path.join(records, name), { recursive: true });
    for (const name of ['status', 'available']) writeFileSync(path.join(records, name), '');
    const deb = makeInstaller('deb', '0.1.0', path.join(this.#root, 'made'), unpacked);
    execFileSync('dpkg', [`--root=${this.#root}`, '--force-depends', '--unpack', deb], { stdio: 'ignore' });
  }

  get folder(): string {
    return path.join(this.#root, installedIn);
  }

  /** The files that `dpkg --verify` names, by their paths in the package. */
  altered(): readonly string[] {
    const { stdout } = spawnSync('dpkg', [`--root=${this.#root}`, '--verify', 'sightline'], { encoding: 'utf8' });
    const named = stdout.matchAll(/^\S+ +(?:c )?\/(\S.*)$/gmu);
    return [...named].map(([, file = '']) => path.relative(installedIn, file));
  }

  discard(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
