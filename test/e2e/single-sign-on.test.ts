import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Bridge } from '../../preload/contract';
import {
  chooseSingleSignOn,
  consoleBehindProvider,
  floorForTest,
  live,
  logOf,
  providerPage,
  signIn,
  signInAtProvider,
  signOut,
  windowsAre,
  windowsOf,
  type Scene,
} from '../support/electron/console-behind-provider';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { FloorBehindProvider } from '../support/single-sign-on/floor-behind-provider';

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
    await signOut(scene);
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
  async function consoleWithPolicy(policyFor: (behind: FloorBehindProvider) => object): Promise<Scene> {
    const behind = await floorForTest();
    const folder = mkdtempSync(path.join(tmpdir(), 'sightline-policy-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const file = path.join(folder, 'policy.json');
    writeFileSync(file, JSON.stringify(policyFor(behind)));
    const launched = await consoleForTest({ folders: [folder], environment: { SIGHTLINE_POLICY: file } });
    return { ...launched, behind };
  }

  it('names the page that ends the session at the provider, which is opened unseen at sign-out', async () => {
    const scene = await consoleWithPolicy(({ url: server, gate: { signOutPage } }) => ({
      profiles: [{ name: 'North', server, singleSignOn: true, signOutPage }],
    }));
    const { page, behind } = scene;
    await page.getByRole('button', { name: 'Open sign-in page' }).click();
    await signInAtProvider(scene);
    await page.locator(live).waitFor();
    expect([behind.provider.sessionCount, behind.gate.sessionCount]).toEqual([1, 1]);
    await signOut(scene);
    await page.getByRole('button', { name: 'Open sign-in page' }).waitFor();
    expect([behind.provider.sessionCount, behind.gate.sessionCount]).toEqual([0, 0]);
    await windowsAre(scene, 1);
    expect(logOf(scene)).toContain('sign-out page loaded');
  });

  it('keeps sign-in pages to its hosts', async () => {
    const scene = await consoleWithPolicy(() => ({ signInHosts: ['login.example.com'] }));
    await chooseSingleSignOn(scene);
    await scene.page.getByText('doesn’t allow sign-in pages on localhost').waitFor();
    expect(await windowsOf(scene)).toHaveLength(1);
    expect(scene.behind.provider.pagesShown).toBe(0);
  });
});
