import { afterEach, describe, expect, it } from 'vitest';
import type { Bridge, DesktopState } from '../../preload/contract';
import { missingPrograms } from '../faults/programs';
import { startKeyring } from '../support/desktop/keyring';
import { ownerOf } from '../support/desktop/name-owner';
import { PrivateBus } from '../support/desktop/private-bus';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import { launchConsole, type LaunchedConsole } from '../support/electron/launch';
import { signInAt } from '../support/electron/sign-in-at';
import { FloorProcess } from '../support/practice/floor-process';

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
    // Not by its role: a hidden page renders nothing, so nothing in it has one.
    await opened.page.getByText('Start', { exact: true }).waitFor({ state: 'attached' });
    expect(await isVisible()).toBe(false);
    expect(await opened.startAgain()).toBe(0);
    await eventually('the window is shown', isVisible, (is) => is);
  });
});

describe.runIf(process.platform === 'linux')('the tray icon', () => {
  it('has one submenu of pauses and draws no image twice in a row, however often its menu is set again', async () => {
    const { app, page } = await consoleForTest({ flags: ['--practice'] });
    await page.getByTestId('chat-list').waitFor();
    const seen = await app.evaluateHandle(({ Menu, Tray }) => {
      const submenus: unknown[] = [];
      const images: string[] = [];
      const draw: unknown = Reflect.get(Tray.prototype, 'setImage');
      Reflect.set(Tray.prototype, 'setImage', function (this: unknown, image: Electron.NativeImage) {
        images.push(image.toDataURL());
        Reflect.apply(draw as () => void, this, [image]);
      });
      const build = Menu.buildFromTemplate.bind(Menu);
      Menu.buildFromTemplate = (template) => {
        submenus.push(...template.flatMap(({ submenu, label }) => (label === 'Pause notifications' ? [submenu] : [])));
        return build(template);
      };
      return { submenus, images };
    });
    const pause = (until: number | null): Promise<unknown> =>
      page.evaluate(async (pausedUntil) => {
        const { sightline } = window as unknown as { sightline: Bridge };
        const settings = await sightline.invoke('settings.read', null);
        if (!settings.ok) throw new Error('main knows its settings');
        return sightline.invoke('settings.change', { alerts: { ...settings.value.alerts, pausedUntil } });
      }, until);
    const counts = (): Promise<readonly number[]> =>
      seen.evaluate(({ submenus }) => [submenus.length, new Set(submenus).size]);
    for (const times of [1, 2, 3]) {
      const [before = 0] = await counts();
      await pause(Date.now() + 60_000 * times);
      await pause(null);
      await eventually('the menu is set again', counts, ([count = 0]) => count > before);
    }
    expect((await counts())[1]).toBe(1);
    expect(await seen.evaluate(({ images }) => images.filter((image, place) => image === images[place - 1]))).toEqual(
      [],
    );
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

const isLinux = process.platform === 'linux';
const lacksKeyring = isLinux && (await missingPrograms(['gnome-keyring-daemon'])).length > 0;

describe.runIf(isLinux)('a desktop for which Chromium selects no secret store', () => {
  const environmentOn = (bus: PrivateBus) => ({
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    ...{ XDG_CURRENT_DESKTOP: 'sway', DESKTOP_SESSION: '' },
  });

  it.skipIf(lacksKeyring)('can keep the password where a store runs', async () => {
    const bus = await busForTest();
    const keyring = startKeyring(environmentOn(bus));
    endings.push(() => keyring.stop());
    const find = (): Promise<number | null> => ownerOf(bus.address, 'org.freedesktop.secrets');
    await eventually('the store', find, (pid) => pid !== null);
    const { page } = await consoleForTest({ environment: environmentOn(bus) });
    await page.getByRole('checkbox', { name: 'Save password' }).waitFor();
  });

  it('says that there is none where none runs', async () => {
    const bus = await busForTest();
    const { page } = await consoleForTest({ environment: environmentOn(bus) });
    await page.getByText('this computer has no secret store').waitFor();
  });
});

describe('a program that is killed while someone is signed in', () => {
  it('says so at the next start', async () => {
    const floor = await FloorProcess.start({ agents: 2 });
    endings.push(() => floor.stop());
    const first = await launchConsole();
    endings.push(() => first.discard());
    await signInAt(first.page, floor.url);
    await first.page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
    const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
    first.app.process().kill('SIGKILL');
    await ended;
    const { page } = await consoleForTest({ profile: first.profile });
    await page.getByRole('status').getByText('ended without signing you out').waitFor();
  });
});
