import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CleanRoot } from './clean-root';
import { expectDesktopEntry, expectSandboxRights } from './expect-installed';
import { expectSandbox, installedIn, startEveryday } from './installed-console';
import { makeInstaller } from './make-installer';

const folder = mkdtempSync(path.join(tmpdir(), 'sightline-rpm-'));
/** Debian's names for what the rpm requires; its own names are those of Fedora and openSUSE, which cannot be had here. */
const libraries = [
  ...['libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'xdg-utils', 'libatspi2.0-0', 'libuuid1'],
  ...['libsecret-1-0', 'libasound2', 'libdrm2', 'libgbm1', 'libx11-xcb1'],
];
let root: CleanRoot;

beforeAll(() => {
  root = new CleanRoot(folder, ['desktop-file-utils']);
  root.run(`apt-get install -y -q --no-install-recommends rpm ${libraries.join(' ')}`);
}, 600_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

/** Without the check of what it requires: the packages of Debian are not in rpm's records. */
const install = (version: string): string =>
  root.run(`rpm -U --nodeps ${root.put(makeInstaller('rpm', version, folder))}`);

async function expectWorking(version: string): Promise<void> {
  expect(root.run("rpm -q --queryformat '%{VERSION}' sightline")).toBe(version);
  expect(root.run('readlink -f /usr/bin/sightline')).toBe(`${installedIn}/sightline`);
  expectDesktopEntry(root);
  expectSandboxRights(root);
  const everyday = await startEveryday(root);
  expectSandbox();
  await everyday.quit();
}

it('installs, works in its sandbox, is upgraded, can be verified, and leaves nothing', async () => {
  const before = root.filesOfProgram();
  install('0.1.0');
  expect(root.read(`${installedIn}/resources/package-type`)).toBe('rpm');
  await expectWorking('0.1.0');
  install('0.2.0');
  await expectWorking('0.2.0');

  const altered = path.join(root.folder, installedIn, 'resources/app.asar');
  const bytes = readFileSync(altered);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(altered, bytes);
  expect(root.run('rpm -V sightline || true')).toMatch(/^..5.*app\.asar$/mu);

  root.run('rpm -e sightline && rm /root/*.rpm');
  expect(root.has(installedIn)).toBe(false);
  expect(root.has('/usr/bin/sightline')).toBe(false);
  expect(root.filesOfProgram()).toEqual(before);
}, 900_000);
