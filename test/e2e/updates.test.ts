import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import { UpdatePublisher } from '../support/updates/signed-feed';
import { UpdateServer } from '../support/updates/update-server';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const feedName = `latest-linux-${process.arch}.json`;
const installerName = 'Sightline-99.0.0.AppImage';

/** A console installed as an AppImage, on a computer whose policy names a local feed. */
async function installed(mode: 'notify' | 'installAtQuit') {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-updates-'));
  endings.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const server = await UpdateServer.start();
  endings.push(() => server.stop());
  const publisher = new UpdatePublisher();
  const program = path.join(folder, 'Sightline.AppImage');
  writeFileSync(program, 'version 0.1.0', { mode: 0o755 });
  // The new version runs once when it is installed, and leaves a trace.
  const next = Buffer.from(
    `#!/bin/sh\necho "$APPIMAGE_EXIT_AFTER_INSTALL" > "${folder}/ran"\n#${'x'.repeat(200_000)}\n`,
  );
  const publish = (by: UpdatePublisher): void => {
    const { text, signature } = by.publish('99.0.0', next, installerName);
    server.files.set(feedName, Buffer.from(text));
    server.files.set(`${feedName}.sig`, Buffer.from(signature));
  };
  publish(publisher);
  server.files.set(installerName, next);
  const policy = path.join(folder, 'policy.json');
  writeFileSync(policy, JSON.stringify({ updates: { mode, url: server.url, publicKey: publisher.publicKey } }));
  const cache = path.join(folder, 'cache');
  const console = await consoleForTest({
    flags: ['--practice-rate=0', '--practice-chats=0', '--practice-agents=2'],
    folders: [folder],
    environment: { SIGHTLINE_POLICY: policy, APPIMAGE: program, XDG_CACHE_HOME: cache },
    expects: /update/u,
  });
  await practise(console);
  await console.page.keyboard.press('Control+,');
  const row = console.page.locator('[data-part="updates"]');
  const press = (name: string): Promise<void> => row.getByRole('button', { name }).click();
  const pending = (): readonly string[] => {
    const kept = path.join(cache, 'sightline-updater', 'pending');
    return existsSync(kept) ? readdirSync(kept) : [];
  };
  return { ...{ console, row, press, pending, server, publisher, publish, program, next, folder } };
}

describe.runIf(process.platform === 'linux')('updates', () => {
  it('replace the program at the end, from one version to the next', async () => {
    const { console, row, press, program, next, folder } = await installed('notify');
    await press('Check now');
    await row.getByText('Version 99.0.0 is available.').waitFor();
    await press('Download');
    await row.getByText('Version 99.0.0 is downloaded. Sightline installs it when you quit.').waitFor();
    expect(readFileSync(program, 'utf8')).toBe('version 0.1.0');
    await console.quit();
    await eventually(
      'the program is the next version',
      () => Promise.resolve(readFileSync(program)),
      (now) => now.equals(next),
    );
    await eventually(
      'it ran once',
      () => Promise.resolve(existsSync(path.join(folder, 'ran'))),
      (is) => is,
    );
    expect(readFileSync(path.join(folder, 'ran'), 'utf8')).toBe('true\n');
  });

  it('keep nothing of a download that breaks off, wherever it does, or was altered', async () => {
    const { row, press, pending, server, next, program } = await installed('installAtQuit');
    const before = readFileSync(program);
    let button = 'Check now';
    for (let tenth = 0; tenth < 10; tenth += 1) {
      server.cut = { name: installerName, afterBytes: Math.floor((next.length * tenth) / 10) + 1 };
      await press(button);
      button = 'Try again';
      await row.getByText('The download stopped before its end').waitFor();
      expect(pending(), `cut after ${String(server.cut.afterBytes)} bytes`).toEqual([]);
    }
    server.cut = null;
    const altered = Buffer.from(next);
    altered[100] = (altered[100] ?? 0) ^ 1;
    server.files.set(installerName, altered);
    await press(button);
    await row.getByText('isn’t the one that was published').waitFor();
    expect(pending()).toEqual([]);
    expect(readFileSync(program)).toEqual(before);

    server.files.set(installerName, next);
    await press(button);
    await row.getByText('Version 99.0.0 is downloaded').waitFor();
  });

  it('are refused from anyone but the administrator', async () => {
    const { row, press, server, publish } = await installed('installAtQuit');
    publish(new UpdatePublisher());
    await press('Check now');
    await row.getByText('isn’t signed by your organization').waitFor();
    expect(server.asked).not.toContain(installerName);
  });
});
