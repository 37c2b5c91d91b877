import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole, LaunchOptions } from '../support/electron/launch';
import {
  providerPassword,
  startFloorBehindProvider,
  type FloorBehindProvider,
} from '../support/single-sign-on/floor-behind-provider';

interface Scene extends LaunchedConsole {
  readonly behind: FloorBehindProvider;
}

async function consoleBehindProvider(
  options: Parameters<typeof startFloorBehindProvider>[0] = {},
  launch: LaunchOptions = {},
): Promise<Scene> {
  const behind = await startFloorBehindProvider({ agents: 4, chats: 2, rate: 0, ...options });
  onTestFinished(() => behind.stop());
  const launched = await consoleForTest(launch);
  return { ...launched, behind };
}

const live = '[data-testid="connection"][data-phase="live"]';

async function chooseSingleSignOn({ page, behind }: Scene): Promise<void> {
  await page.getByLabel('Server address').fill(behind.url);
  await page.getByRole('button', { name: 'Use single sign-on' }).click();
  await page.getByRole('button', { name: 'Open sign-in page' }).click();
}

/** The sign-in window, once it shows the page of the provider. */
function providerPage({ app }: Scene): Promise<Page> {
  return eventually(
    'the page of the provider is open',
    () => Promise.resolve(app.windows().find((window) => window.url().includes('/sso?'))),
    (page) => page !== undefined,
  ).then((page) => page as Page);
}

async function signInAtProvider(scene: Scene, name = 'supervisor'): Promise<void> {
  const page = await providerPage(scene);
  await page.getByPlaceholder('Name').fill(name);
  await page.getByPlaceholder('Password').fill(providerPassword);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function signIn(scene: Scene): Promise<void> {
  await chooseSingleSignOn(scene);
  await signInAtProvider(scene);
  await scene.page.locator(live).waitFor();
}

/** What main knows of its windows: title, whether it is shown, and what its page can reach. */
function windowsOf({ app }: Scene): Promise<readonly { title: string; isVisible: boolean }[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({ title: window.getTitle(), isVisible: window.isVisible() })),
  );
}

function logOf({ profile }: Scene): string {
  return readFileSync(path.join(profile, 'logs', 'sightline.log'), 'utf8');
}

describe('a server behind single sign-on', () => {
  it.each([{ isVersionBehind: false }, { isVersionBehind: true }])(
    'gets no password, and the sign-in page says what it wants instead (%j)',
    async (options) => {
      const scene = await consoleBehindProvider(options);
      const { page, behind } = scene;
      await page.getByLabel('Server address').fill(behind.url);
      await page.getByLabel('Username').fill('supervisor');
      await page.getByLabel('Password', { exact: true }).fill('my-own-secret');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByText('uses single sign-on. Your password wasn’t sent.').waitFor();
      await page.getByRole('button', { name: 'Open sign-in page' }).click();
      await signInAtProvider(scene);
      await page.locator(live).waitFor();
      expect(behind.gate.authorizations).toEqual([]);
      expect(logOf(scene)).not.toMatch(/my-own-secret|provider=|gate=|JSESSIONID=/);
    },
  );

  it('is signed in to on the page of its provider, in a window that can do nothing else', async () => {
    const scene = await consoleBehindProvider();
    const { app, page } = scene;
    await chooseSingleSignOn(scene);
    const provider = await providerPage(scene);
    await page.getByText('Waiting for you to sign in at').waitFor();
    const host = new URL(scene.behind.provider.url).host;
    expect(await windowsOf(scene)).toContainEqual({ title: `${host} – Sightline sign-in`, isVisible: true });
    expect(
      await provider.evaluate(async () => {
        document.title = 'Sightline';
        const permission = await navigator.permissions.query({ name: 'geolocation' });
        return {
          bridge: 'sightline' in window,
          node: 'require' in window || 'process' in window,
          opened: window.open('https://example.com') !== null,
          permission: permission.state,
        };
      }),
    ).toEqual({ bridge: false, node: false, opened: false, permission: 'denied' });
    expect(await windowsOf(scene)).toContainEqual({ title: `${host} – Sightline sign-in`, isVisible: true });
    await signInAtProvider(scene);
    await page.locator(live).waitFor();
    expect(await windowsOf(scene)).toHaveLength(1);
    // The page gets neither the cookies nor a way to them.
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(await app.evaluate(({ session }) => session.defaultSession.cookies.get({}))).toEqual([]);
  });

  it('can be left alone: by cancelling, and by closing the window', async () => {
    const scene = await consoleBehindProvider();
    const { page } = scene;
    await chooseSingleSignOn(scene);
    await providerPage(scene);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Open sign-in page' }).click();
    expect(await windowsOf(scene)).toHaveLength(2);
    await (await providerPage(scene)).close();
    await page.getByText('The sign-in window was closed before you were signed in.').waitFor();
    await page.getByRole('button', { name: 'Open sign-in page' }).click();
    await signInAtProvider(scene);
    await page.locator(live).waitFor();
  });

  it('asks for the provider again after sign-out, and remembers how to sign in', async () => {
    const scene = await consoleBehindProvider();
    const { page, behind } = scene;
    await signIn(scene);
    const shown = behind.provider.pagesShown;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('sign out');
    await page.getByRole('option', { name: 'Sign out' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open sign-in page' }).click();
    await providerPage(scene);
    expect(behind.provider.pagesShown).toBe(shown + 1);
  });
});

describe('a session that expires during a shift', () => {
  async function withDraft(): Promise<Scene> {
    const scene = await consoleBehindProvider();
    await signIn(scene);
    return scene;
  }

  it('returns quietly while the provider knows the supervisor', async () => {
    const scene = await withDraft();
    const shown = scene.behind.provider.pagesShown;
    scene.behind.gate.endSessions();
    await scene.page.locator('[data-testid="connection"]:not([data-phase="live"])').waitFor();
    await scene.page.locator(live).waitFor({ timeout: 30_000 });
    expect(scene.behind.provider.pagesShown).toBe(shown);
    expect(await windowsOf(scene)).toHaveLength(1);
  });
});

describe('the policy', () => {
  it('keeps sign-in pages to its hosts', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sightline-policy-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const file = path.join(folder, 'policy.json');
    writeFileSync(file, JSON.stringify({ signInHosts: ['login.example.com'] }));
    const scene = await consoleBehindProvider({}, { environment: { SIGHTLINE_POLICY: file } });
    await chooseSingleSignOn(scene);
    await scene.page.getByText('doesn’t allow sign-in pages on localhost').waitFor();
    expect(await windowsOf(scene)).toHaveLength(1);
    expect(scene.behind.provider.pagesShown).toBe(0);
  });
});
