import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startPracticeServer } from '../../main/practice/floor-server';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { freePort } from '../support/electron/free-port';

const disposers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const dispose of disposers.splice(0)) {
    await dispose();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const port = await freePort();
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  disposers.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${port}`;
}

async function floor(): Promise<string> {
  const opened = await startPracticeServer({ agents: 4, chats: 0, rate: 0 });
  disposers.push(() => opened.stop());
  return opened.url;
}

async function signIn(page: Page, url: string, userName: string, password: string): Promise<void> {
  await page.getByLabel('Server address').fill(url);
  await page.getByLabel('Username').fill(userName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

describe('signing in', () => {
  it('says what is wrong with an address, in words that help', async () => {
    const { page } = await consoleForTest();
    const html = await serve((_request, response) => response.end('<!doctype html><title>Router</title>'));
    const cases = [
      ['ftp://gws.example.com', 'Enter a web address'],
      ['http://gws.example.com', 'Passwords are only sent over https'],
      ['https://no-such-host.invalid', 'no-such-host.invalid couldn’t be found'],
      [`http://127.0.0.1:${await freePort()}`, 'refused the connection'],
      [html, 'but it isn’t Genesys Web Services'],
    ] as const;
    for (const [url, words] of cases) {
      await signIn(page, url, 'supervisor', 'practice');
      await page.getByText(words).waitFor();
    }
    expect(await page.getByTestId('chat-list').count()).toBe(0);
  });

  it('says that the certificate is self-signed, and offers no way around it', async () => {
    const { execFileSync } = await import('node:child_process');
    const { mkdtempSync, readFileSync, rmSync } = await import('node:fs');
    const https = await import('node:https');
    const folder = mkdtempSync('/tmp/sightline-certificate-');
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=127.0.0.1',
        '-keyout',
        `${folder}/key`,
        '-out',
        `${folder}/certificate`,
      ],
      { stdio: 'ignore' },
    );
    let wasAsked = false;
    const server = https.createServer(
      { key: readFileSync(`${folder}/key`), cert: readFileSync(`${folder}/certificate`) },
      (_request, response) => {
        wasAsked = true;
        response.end('{}');
      },
    );
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    disposers.push(() => new Promise((resolve) => server.close(resolve)));
    rmSync(folder, { recursive: true });
    const { page } = await consoleForTest();
    await signIn(page, `https://127.0.0.1:${port}`, 'supervisor', 'practice');
    await page.getByText('uses a certificate that it signed itself (“127.0.0.1”)').waitFor();
    expect(wasAsked).toBe(false);
  });

  it('distinguishes a wrong password from a missing permission', async () => {
    const url = await floor();
    const { page } = await consoleForTest();
    await signIn(page, url, 'supervisor', 'wrong');
    await page.getByText('Wrong username or password').waitFor();
    await signIn(page, url, 'ana.ruiz', 'practice');
    await page.getByText('This account doesn’t have the supervisor role').waitFor();
  });

  it('signs in to a server by its address and remembers address and name, not the password', async () => {
    const url = await floor();
    const first = await consoleForTest();
    await signIn(first.page, url, 'supervisor', 'practice');
    await first.page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
    const { readFileSync } = await import('node:fs');
    const stored = readFileSync(`${first.profile}/settings.json`, 'utf8');
    expect(stored).toContain(url);
    expect(stored).not.toContain('practice"');
    await first.quit();
    const second = await consoleForTest({ profile: first.profile });
    expect(await second.page.getByLabel('Server address').inputValue()).toBe(url);
    expect(await second.page.getByLabel('Username').inputValue()).toBe('supervisor');
    expect(await second.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
  });

  it('comes back after a sign-out as a new page with the server, the name and the focus, and signs in again', async () => {
    const url = await floor();
    const { page } = await consoleForTest();
    const window = new ConsolePage(page);
    const mark = (): Promise<unknown> => page.evaluate(() => Reflect.get(globalThis, 'mark') as unknown);
    await signIn(page, url, 'supervisor', 'practice');
    await window.isLive();
    await page.evaluate(() => Reflect.set(globalThis, 'mark', 'left'));
    expect(await mark()).toBe('left');
    await window.signOut();
    await page.getByLabel('Server address').waitFor();
    expect(await mark()).toBeUndefined();
    expect(await page.getByLabel('Server address').inputValue()).toBe(url);
    expect(await page.getByLabel('Username').inputValue()).toBe('supervisor');
    await page.locator('input[type="password"]:focus').waitFor();
    await page.keyboard.type('practice');
    await page.keyboard.press('Enter');
    await window.isLive();
  });

  it('prefills the address given on the command line', async () => {
    const { page } = await consoleForTest({ flags: ['--server=https://gws.example.com'] });
    expect(await page.getByLabel('Server address').inputValue()).toBe('https://gws.example.com');
  });

  it('practises at once when started so', async () => {
    const { page } = await consoleForTest({ flags: ['--practice', '--practice-rate=0'] });
    await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
  });
});
