import { chmodSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bridge, Settings } from '../../preload/contract';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole } from '../support/electron/launch';

function boundsOf({ app }: LaunchedConsole): Promise<Electron.Rectangle> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
  );
}

function change({ page }: LaunchedConsole, patch: Partial<Settings>): Promise<unknown> {
  return page.evaluate(
    (wanted) => (window as unknown as { sightline: Bridge }).sightline.invoke('settings.change', wanted),
    patch,
  );
}

describe('after a restart', () => {
  it('the window is where it was, and the choices are as they were', async () => {
    const first = await consoleForTest();
    const wanted = { x: 210, y: 130, width: 1104, height: 703 };
    await first.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      wanted,
    );
    await eventually(
      'the window has moved',
      () => boundsOf(first),
      ({ width, x }) => width === wanted.width && x === wanted.x,
    );
    expect(await change(first, { theme: 'dark', density: 'compact', sidePanelOpen: false })).toMatchObject({
      ok: true,
    });
    await first.page.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    await first.quit();

    const second = await consoleForTest({ profile: first.profile });
    expect(await boundsOf(second)).toEqual(wanted);
    await second.page.locator('html[data-theme="dark"][data-density="compact"]').waitFor({ state: 'attached' });
  });

  // Windows has no such modes; there the profile's own access list protects the files.
  it.skipIf(process.platform === 'win32')(
    'the settings and their last good copy are readable by their owner alone',
    async () => {
      const modesIn = (profile: string) =>
        ['settings.json', 'settings.json.last-good'].map((name) => statSync(path.join(profile, name)).mode & 0o777);
      const first = await consoleForTest();
      await change(first, { theme: 'dark' });
      await first.quit();
      expect(modesIn(first.profile)).toEqual([0o600, 0o600]);
      for (const name of ['settings.json', 'settings.json.last-good']) chmodSync(path.join(first.profile, name), 0o644);
      const second = await consoleForTest({ profile: first.profile });
      expect(modesIn(first.profile)).toEqual([0o600, 0o600]);
      await change(second, { theme: 'light' });
      await second.quit();
      expect(modesIn(first.profile)).toEqual([0o600, 0o600]);
    },
  );

  it('a settings file that was cut off is kept aside and costs nobody the start', async () => {
    const first = await consoleForTest();
    await first.quit();
    writeFileSync(path.join(first.profile, 'settings.json'), '{"settings":{"theme":"da');
    const second = await consoleForTest({ profile: first.profile });
    await second.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await second.page.getByText('the last good copy was restored').waitFor();
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(first.profile).filter((name) => name.includes('damaged'))).toHaveLength(1);
  });

  it('a second start brings the first window to the front instead', async () => {
    const first = await consoleForTest();
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await first.startAgain()).toBe(0);
    await eventually(
      'the first window is back',
      () => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())),
      (minimized) => minimized.length === 1 && minimized[0] === false,
    );
  });
});

describe('a window that breaks', () => {
  it('comes back by itself with everything, and stops trying at the third time in a minute', async () => {
    const launched = await consoleForTest({
      flags: ['--practice', '--practice-rate=0'],
      expects: /page process exited|it crashed|child process exited/,
    });
    const crash = (): Promise<void> =>
      launched.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      );
    // A page that has crashed never answers; it is asked again instead of waited for.
    const look = (script: string): Promise<unknown> =>
      launched.app.evaluate(
        ({ BrowserWindow }, code) =>
          Promise.race([
            BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<unknown>,
            new Promise((resolve) => setTimeout(() => resolve(null), 500)),
          ]),
        script,
      );
    const phase = `document.querySelector('[data-testid="connection"]')?.dataset.phase ?? null`;
    await eventually(
      'live',
      () => look(phase).catch(() => null),
      (seen) => seen === 'live',
    );
    for (const round of [1, 2]) {
      await crash();
      await eventually(
        `live again after crash ${round}`,
        () => look(phase).catch(() => null),
        (seen) => seen === 'live',
      );
    }
    await crash();
    await eventually(
      'the plain page',
      () => look('document.body.innerText').catch(() => ''),
      (text) => String(text).includes('The window crashed several times'),
    );
  });
});
