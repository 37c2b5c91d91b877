import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bridge, DesktopState } from '../../preload/contract';
import { PrivateBus } from '../support/desktop/private-bus';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole } from '../support/electron/launch';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function busForTest(): Promise<PrivateBus> {
  const bus = await PrivateBus.start();
  endings.push(() => bus.stop());
  return bus;
}

function stateOf({ page }: LaunchedConsole): Promise<DesktopState> {
  return page.evaluate(async () => {
    const result = await (window as unknown as { sightline: Bridge }).sightline.invoke('desktop.state', null);
    if (!result.ok) throw new Error('main knows the state of the desktop');
    return result.value;
  });
}

describe.runIf(process.platform === 'linux')('a hidden start', () => {
  it('opens no window until the program is started again', async () => {
    const bus = await busForTest();
    const opened = await consoleForTest({
      flags: ['--hidden'],
      environment: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    });
    const isVisible = (): Promise<boolean> =>
      opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
    await opened.page.getByRole('button', { name: 'Start', exact: true }).waitFor({ state: 'attached' });
    expect(await isVisible()).toBe(false);
    const [program = '', ...args] = opened.app.process().spawnargs;
    const [code] = (await once(spawn(program, args), 'exit')) as [number | null];
    expect(code).toBe(0);
    await eventually('the window is shown', isVisible, (is) => is);
  });
});

describe.runIf(process.platform === 'linux')('an alert', () => {
  it('plays a sound of the program in the page, also before the first click', async () => {
    const bus = await busForTest();
    const opened = await consoleForTest({
      flags: ['--practice'],
      environment: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    });
    await opened.page.getByTestId('chat-list').waitFor();
    const report = { isPlayed: false };
    await opened.page.evaluate(
      (request) => (window as unknown as { sightline: Bridge }).sightline.invoke('sound.report', request),
      report,
    );
    expect((await stateOf(opened)).sound).not.toBe('working');
    await opened.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('sightline:push:sound.play', { sound: 'bell', volume: 0.1 });
    });
    await eventually(
      'the page has played it',
      () => stateOf(opened),
      ({ sound }) => sound === 'working',
    );
  });
});
