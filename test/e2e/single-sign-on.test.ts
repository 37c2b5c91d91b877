import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Bridge } from '../../preload/contract';
import { ConsolePage } from '../support/electron/console-page';
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

/** Windows open and close a moment after what causes it is seen in another. */
async function windowsAre(scene: Scene, count: number): Promise<void> {
  await eventually(
    `${count} windows are open`,
    () => windowsOf(scene),
    (windows) => windows.length === count,
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
    await page.getByText('Waiting for you to sign in…').waitFor();
    const host = new URL(scene.behind.provider.url).host;
    expect(await windowsOf(scene)).toContainEqual({ title: `${host} – Sightline sign-in`, isVisible: true });
    expect(
      await provider.evaluate(async () => {
        document.title = 'Sightline';
        const permission = await navigator.permissions.query({ name: 'geolocation' });
        const frame = async (part: Partial<HTMLIFrameElement>): Promise<string> => {
          const element = Object.assign(document.createElement('iframe'), part);
          const loaded = new Promise((resolve) => {
            element.addEventListener('load', resolve);
            setTimeout(resolve, 2_000);
          });
          document.body.append(element);
          await loaded;
          return element.contentDocument?.body.textContent ?? 'foreign';
        };
        return {
          ownFrame: await frame({ srcdoc: '<p>own</p>' }),
          dataFrame: await frame({ src: 'data:text/html,foreign' }),
          bridge: 'sightline' in window,
          node: 'require' in window || 'process' in window,
          opened: window.open('https://example.com') !== null,
          permission: permission.state,
        };
      }),
    ).toEqual({ ownFrame: 'own', dataFrame: '', bridge: false, node: false, opened: false, permission: 'denied' });
    expect(await windowsOf(scene)).toContainEqual({ title: `${host} – Sightline sign-in`, isVisible: true });
    await signInAtProvider(scene);
    await page.locator(live).waitFor();
    await windowsAre(scene, 1);
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
    await windowsAre(scene, 2);
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
  const draft = 'Offer the customer a';

  /** A supervisor who coaches in a chat and has begun a sentence. */
  async function withDraft(): Promise<Scene & { readonly window: ConsolePage }> {
    const scene = await consoleBehindProvider({ chats: 0 });
    await signIn(scene);
    const { page, behind } = scene;
    const { control } = behind.floor;
    const agent = control.people().find((person) => !person.isSupervisor && person.presence === 'ready');
    if (agent === undefined) throw new Error('an agent is ready');
    await page.evaluate(async (agentId) => {
      const { sightline } = window as unknown as { sightline: Bridge };
      await sightline.invoke('agents.watch', { requestId: agentId, agentId, mode: 'coach', scope: 'allChats' });
    }, agent.id);
    control.startChat({ agent: agent.userName, customer: 'Rosa Quiet' });
    const window = new ConsolePage(page);
    await window.openChat('Rosa Quiet');
    await window.waitForMode('coach');
    await window.composer.getByRole('textbox').fill(draft);
    return { ...scene, window };
  }

  const written = ({ window }: { readonly window: ConsolePage }): Promise<string> =>
    window.composer.getByRole('textbox').inputValue();

  /** The server and its provider forget the supervisor. */
  function expire({ behind }: Scene): void {
    behind.provider.endSessions();
    behind.gate.endSessions();
  }

  it('shows the window when the provider has forgotten the supervisor, and keeps what was being typed', async () => {
    const scene = await withDraft();
    expire(scene);
    const provider = await providerPage(scene);
    expect(await written(scene)).toBe(draft);
    await eventually(
      'the window is shown',
      () => windowsOf(scene),
      (windows) => windows.length === 2 && windows.every(({ isVisible }) => isVisible),
    );
    await scene.page.getByTestId('connection').click();
    await scene.page.getByText('Your sign-in expired. Signing you in again').waitFor();
    await scene.page.keyboard.press('Escape');
    expect(await provider.getByPlaceholder('Password').inputValue()).toBe('');
    await signInAtProvider(scene);
    await scene.page.locator(live).waitFor({ timeout: 30_000 });
    expect(await written(scene)).toBe(draft);
  });

  it('leaves a way to sign in again when the window is closed, and keeps what was being typed', async () => {
    const scene = await withDraft();
    expire(scene);
    await (await providerPage(scene)).close();
    await scene.page.getByText('Your sign-in expired and couldn’t be renewed.').waitFor();
    await scene.page.getByRole('button', { name: 'Open sign-in page' }).click();
    await signInAtProvider(scene);
    await scene.page.locator(live).waitFor();
    await scene.window.openChat('Rosa Quiet');
    expect(await written(scene)).toBe(draft);
  });

  it('ends when another person signs in on the page', async () => {
    const scene = await withDraft();
    expire(scene);
    await signInAtProvider(scene, 'omar.haddad');
    await scene.page.getByText('Your sign-in expired and couldn’t be renewed.').waitFor();
    await windowsAre(scene, 1);
  });

  it('returns quietly while the provider knows the supervisor', async () => {
    const scene = await withDraft();
    const shown = scene.behind.provider.pagesShown;
    scene.behind.gate.endSessions();
    // The list of agents may notice it before the stream does, so the connection need not be seen to drop.
    await eventually(
      'the gate let the supervisor in again',
      () => Promise.resolve(scene.behind.gate.signIns),
      (count) => count === 2,
    );
    await scene.page.locator(live).waitFor({ timeout: 30_000 });
    expect(scene.behind.provider.pagesShown).toBe(shown);
    await windowsAre(scene, 1);
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
    const scene = await consoleBehindProvider({}, { folders: [folder], environment: { SIGHTLINE_POLICY: file } });
    await chooseSingleSignOn(scene);
    await scene.page.getByText('doesn’t allow sign-in pages on localhost').waitFor();
    expect(await windowsOf(scene)).toHaveLength(1);
    expect(scene.behind.provider.pagesShown).toBe(0);
  });
});
