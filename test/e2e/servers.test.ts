import { expect, it, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import { startPracticeServer } from '../../main/practice/floor-server';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { signInAt } from '../support/electron/sign-in-at';

async function floorAt(): Promise<string> {
  const floor = await startPracticeServer({ agents: 4, chats: 1, rate: 0 });
  onTestFinished(() => floor.stop());
  return floor.url;
}

async function signOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').getByRole('combobox').fill('Sign out');
  await page.getByRole('option', { name: /^Sign out/u }).click();
  await page.getByLabel('Server address').waitFor();
}

it('switches between servers in two clicks, and restores a removed one', async () => {
  const [north, south] = [await floorAt(), await floorAt()];
  const { page } = await consoleForTest();
  const live = (): Promise<void> => new ConsolePage(page).isLive();
  const address = page.getByLabel('Server address');
  for (const url of [north, south]) {
    await signInAt(page, url);
    await live();
    await signOut(page);
  }
  await expect.poll(() => address.inputValue()).toBe(south);

  const servers = page.getByTestId('servers');
  const choose = async (item: RegExp): Promise<void> => {
    await servers.click();
    await page.locator('[role^="menuitem"]').filter({ hasText: item }).click();
  };
  await choose(new RegExp(`^${new URL(north).host}`, 'u'));
  await expect.poll(() => address.inputValue()).toBe(north);
  await choose(/Remove/u);
  await expect.poll(() => address.inputValue()).toBe(south);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => address.inputValue()).toBe(north);
  await signInAt(page, north);
  await live();
});

it('checks the connection before and after the sign-in, step by step', async () => {
  const url = await floorAt();
  const { page } = await consoleForTest();
  await page.getByLabel('Server address').fill(url);
  const states = (): Promise<readonly string[]> =>
    page
      .getByTestId('check-steps')
      .getByRole('listitem')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-result') ?? ''));
  const check = async (): Promise<readonly string[]> => {
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Check/u })
      .click();
    await page.getByRole('button', { name: 'Copy result' }).waitFor();
    return states();
  };
  await page.getByRole('button', { name: 'Check connection' }).first().click();
  const signedOut = await check();
  await page.keyboard.press('Escape');
  await signInAt(page, url);
  await new ConsolePage(page).isLive();
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').getByRole('combobox').fill('Check connection');
  await page.keyboard.press('Enter');
  const signedIn = await check();
  // The practice floor speaks HTTP, so there is no encryption to try, and nothing has to happen on it.
  const [works, not] = ['passed', 'notTried'];
  const reached = [works, works, works, not, works, works];
  expect(signedOut).toEqual([...reached, not, not, not, not, not]);
  expect(signedIn).toEqual([...reached, works, works, works, works, not]);
});
