import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import {
  providerPassword,
  startFloorBehindProvider,
  type FloorBehindProvider,
} from '../single-sign-on/floor-behind-provider';
import { consoleForTest } from './console-test';
import { eventually } from './eventually';
import type { LaunchedConsole, LaunchOptions } from './launch';

export interface Scene extends LaunchedConsole {
  readonly behind: FloorBehindProvider;
}

export async function floorForTest(
  options: Parameters<typeof startFloorBehindProvider>[0] = {},
): Promise<FloorBehindProvider> {
  const behind = await startFloorBehindProvider({ agents: 4, chats: 2, rate: 0, ...options });
  onTestFinished(() => behind.stop());
  return behind;
}

export async function consoleBehindProvider(
  options: Parameters<typeof startFloorBehindProvider>[0] = {},
  launch: LaunchOptions = {},
): Promise<Scene> {
  const behind = await floorForTest(options);
  const launched = await consoleForTest(launch);
  return { ...launched, behind };
}

export const live = '[data-testid="connection"][data-phase="live"]';

export async function chooseSingleSignOn({ page, behind }: Scene): Promise<void> {
  await page.getByLabel('Server address').fill(behind.url);
  await page.getByRole('button', { name: 'Use single sign-on' }).click();
  await page.getByRole('button', { name: 'Open sign-in page' }).click();
}

/** The sign-in window, once it shows the page of the provider. */
export function providerPage({ app }: Scene): Promise<Page> {
  return eventually(
    'the page of the provider is open',
    () => Promise.resolve(app.windows().find((window) => window.url().includes('/sso?'))),
    (page) => page !== undefined,
  ).then((page) => page as Page);
}

export async function signInAtProvider(scene: Scene, name = 'supervisor'): Promise<void> {
  const page = await providerPage(scene);
  await page.getByPlaceholder('Name').fill(name);
  await page.getByPlaceholder('Password').fill(providerPassword);
  await page.getByRole('button', { name: 'Continue' }).click();
}

export async function signIn(scene: Scene): Promise<void> {
  await chooseSingleSignOn(scene);
  await signInAtProvider(scene);
  await scene.page.locator(live).waitFor();
}

export async function signOut({ page }: Scene): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('sign out');
  await page.getByRole('option', { name: 'Sign out' }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** What main knows of its windows: title, whether it is shown, and what its page can reach. */
export function windowsOf({ app }: Scene): Promise<readonly { title: string; isVisible: boolean }[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({ title: window.getTitle(), isVisible: window.isVisible() })),
  );
}

/** Windows open and close a moment after what causes it is seen in another. */
export async function windowsAre(scene: Scene, count: number): Promise<void> {
  await eventually(
    `${count} windows are open`,
    () => windowsOf(scene),
    (windows) => windows.length === count,
  );
}

export function logOf({ profile }: Scene): string {
  return readFileSync(path.join(profile, 'logs', 'sightline.log'), 'utf8');
}
