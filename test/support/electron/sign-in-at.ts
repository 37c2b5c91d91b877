import type { Page } from 'playwright-core';

/** Fills the sign-in form and sends it, by default as the supervisor of the practice floor. */
export async function signInAt(
  page: Page,
  url: string,
  { userName = 'supervisor', password = 'practice' }: { readonly userName?: string; readonly password?: string } = {},
): Promise<void> {
  await page.getByLabel('Server address').fill(url);
  await page.getByLabel('Username').fill(userName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
