import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isUpdateKey, readFeed } from '../../../main/updates/update-feed';
import packageFile from '../../../package.json' with { type: 'json' };

const updateFeed = (...args: readonly string[]): string =>
  execFileSync(process.execPath, ['build/commands/update-feed.mjs', ...args], { encoding: 'utf8', stdio: 'pipe' });

it('publishes installers in feeds that a console accepts', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-feed-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const key = path.join(folder, 'key.pem');
  const publicKey = /"publicKey": "(?<key>.+)"/u.exec(updateFeed('key', key))?.groups?.['key'] ?? '';
  expect(isUpdateKey(publicKey)).toBe(true);
  expect(statSync(key).mode & 0o077).toBe(0);
  expect(() => updateFeed('key', key)).toThrow();
  expect(() => updateFeed('sign', folder, key)).toThrow(/no installer/u);

  const { version } = packageFile;
  const names = [`Sightline-${version}-linux-x86_64.AppImage`, `Sightline-${version}-linux-amd64.deb`];
  for (const name of [...names, `Sightline-${version}-win-arm64.exe`]) writeFileSync(path.join(folder, name), name);
  updateFeed('sign', folder, key);
  const feedOf = (file: string) => {
    const [text = '', signature = ''] = [file, `${file}.sig`].map((one) =>
      readFileSync(path.join(folder, one), 'utf8'),
    );
    return readFeed(text, signature, publicKey);
  };
  expect(
    feedOf('latest-linux-x64.json')
      .files.map(({ url }) => url)
      .sort(),
  ).toEqual([...names].sort());
  expect(feedOf('latest-win32-arm64.json')).toMatchObject({ version, files: [{ size: 29 }] });
});
