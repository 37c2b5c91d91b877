import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import process from 'node:process';
import type { FoundPolicy } from './policy-schema';
import { parseRegistry } from './registry-values';

/** Written by administrators only; see docs/administration.md. */
const linuxFile = '/etc/sightline/policy.json';
const registryKey = String.raw`Software\Policies\Sightline`;
const preferencesName = 'app.sightline.console.plist';
/** Larger policies are not read: the whole schema fits into a few kilobytes. */
const maxBytes = 1_000_000;
const readWithinMs = 3_000;

/**
 * Returns the policy of this computer, `null` if there is none. A policy that cannot be read is found with unknown values,
 * so that it is reported and not taken for none. `linuxPath` is another file for tests; the
 * installed program never takes one.
 */
export function findPolicy(platform: string = process.platform, linuxPath: string = linuxFile): FoundPolicy | null {
  if (platform === 'win32') return fromRegistry();
  return platform === 'darwin' ? fromManagedPreferences() : fromFile(linuxPath, readJson);
}

/** The computer's key wins over the user's, value by value. */
function fromRegistry(): FoundPolicy | null {
  const roots = ['HKCU', 'HKLM'].map((root) => `${root}\\${registryKey}`);
  const found = roots.flatMap((key) => {
    const text = queryRegistry(key);
    return text === null ? [] : [{ key, values: parseRegistry(text) }];
  });
  if (found.length === 0) return null;
  return {
    source: found.map(({ key }) => key).join(', '),
    values: Object.assign({}, ...found.map(({ values }) => values)) as unknown,
  };
}

/** `reg.exe` is part of Windows and reads keys that everyone may read; it fails for a key that does not exist. */
function queryRegistry(key: string): string | null {
  try {
    const command = `${process.env['SystemRoot'] ?? String.raw`C:\Windows`}\\System32\\reg.exe`;
    return run(command, ['query', key, '/reg:64']);
  } catch {
    return null;
  }
}

/** Managed preferences of the user win over those of the computer, as macOS applies them. */
function fromManagedPreferences(): FoundPolicy | null {
  const folder = '/Library/Managed Preferences';
  const files = [`${folder}/${userInfo().username}/${preferencesName}`, `${folder}/${preferencesName}`];
  const file = files.find((one) => existsSync(one));
  if (file === undefined) return null;
  return fromFile(file, () => JSON.parse(run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', file])) as unknown);
}

function fromFile(file: string, read: (file: string) => unknown): FoundPolicy | null {
  try {
    return { source: file, values: read(file) };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { source: file, values: undefined };
  }
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  if (text.length > maxBytes) throw new Error('the policy file is too large');
  return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: maxBytes,
    timeout: readWithinMs,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
