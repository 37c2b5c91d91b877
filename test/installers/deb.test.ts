import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CleanRoot } from './clean-root';
import { expectDesktopEntry, expectSandboxRights } from './expect-installed';
import {
  changeSettings,
  expectSandbox,
  installedIn,
  quitDriven,
  readSettings,
  settingWritten,
  startDriven,
  startEveryday,
} from './installed-console';
import { makeInstaller } from './make-installer';

const folder = mkdtempSync(path.join(tmpdir(), 'sightline-deb-'));
let root: CleanRoot;

beforeAll(() => {
  root = new CleanRoot(folder, ['desktop-file-utils']);
}, 600_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

const install = (version: string): string =>
  root.run(`apt-get install -y -q --no-install-recommends ${root.put(makeInstaller('deb', version, folder))}`);

it('installs in a clean Debian, works in its sandbox, is upgraded, and leaves only what is the user’s', async () => {
  const before = root.filesOfProgram();
  install('0.1.0');
  // The declared packages bring every library, on a computer where nothing else did.
  expect(root.run(`ldd ${installedIn}/sightline ${installedIn}/*.so | grep 'not found' || true`)).toBe('');
  expect(root.read(`${installedIn}/resources/package-type`)).toBe('deb');
  expectDesktopEntry(root);
  expectSandboxRights(root);

  const everyday = await startEveryday(root);
  expectSandbox();
  await everyday.quit();
  const first = await startDriven(root);
  await changeSettings(first, { density: 'compact' });
  await settingWritten(root, 'density', 'compact');

  // The upgrade comes while the supervisor works.
  install('0.2.0');
  expect(root.run("dpkg-query -W -f '${Version}' sightline")).toBe('0.2.0');
  await first.page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
  await quitDriven(first);
  expectDesktopEntry(root);
  expectSandboxRights(root);
  const second = await startDriven(root);
  expectSandbox();
  expect(await changeSettings(second, {})).toMatchObject({ density: 'compact' });
  await quitDriven(second);

  const settings = readSettings(root);
  root.run('apt-get remove -y -q sightline');
  expect(root.has(installedIn)).toBe(false);
  root.run('apt-get purge -y -q sightline && rm /root/*.deb');
  expect(root.filesOfProgram()).toEqual(before);
  expect(root.run('xdg-mime query default x-scheme-handler/sightline', 'user')).toBe('');
  expect(readSettings(root)).toEqual(settings);
}, 900_000);
