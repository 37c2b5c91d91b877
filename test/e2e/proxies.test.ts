import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeServer } from '../../main/practice/floor-server';
import { consoleForTest } from '../support/electron/console-test';
import { freePort } from '../support/electron/free-port';
import { signInAt } from '../support/electron/sign-in-at';
import { TestAuthority, trustIn } from '../support/network/certificates';
import { startSquid, type Squid } from '../support/network/squid';
import { missingPrograms, startNginx, type RunningServer } from '../support/network/system-server';

const missing = missingPrograms(['nginx', 'openssl', 'certutil', 'squid']);
const folder = mkdtempSync(path.join(tmpdir(), 'sightline-proxies-'));
const home = path.join(folder, 'home');
const account = { userName: 'imani', password: 'secret1' };
let server = '';
let nginx: RunningServer | null = null;
let floor: Awaited<ReturnType<typeof startPracticeServer>> | null = null;
const squids: Squid[] = [];
const pacServers: Server[] = [];

/** A console on a computer whose administrator set this proxy. */
function consoleBehind(proxy: Readonly<Record<string, string>>) {
  const file = path.join(folder, `policy-${Object.values(proxy).join('-').replaceAll(/\W+/gu, '-')}.json`);
  writeFileSync(file, JSON.stringify({ proxy: { mode: 'system', pacUrl: '', server: '', bypass: '', ...proxy } }));
  return consoleForTest({ folders: [home], environment: { HOME: home, SIGHTLINE_POLICY: file } });
}

async function squid(options: Omit<Parameters<typeof startSquid>[0], 'folder'> = {}): Promise<Squid> {
  const started = await startSquid({ folder, ...options });
  squids.push(started);
  return started;
}

describe.skipIf(missing.length > 0)(`proxies${missing.length > 0 ? `, without ${missing.join(', ')}` : ''}`, () => {
  beforeAll(async () => {
    chmodSync(folder, 0o755);
    const authority = new TestAuthority(path.join(folder, 'authority'), 'Example CA');
    const { certificate, key } = authority.issue({ commonName: 'gws.test' });
    trustIn(home, authority.certificate);
    floor = await startPracticeServer({ agents: 4, chats: 0, rate: 0 });
    const port = await freePort();
    server = `https://gws.test:${port}`;
    const block = `server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${certificate};
    ssl_certificate_key ${key};
    location / { proxy_pass ${floor.url}; proxy_set_header Host $http_host; proxy_read_timeout 60s; }
  }`;
    nginx = await startNginx(folder, block, port);
  });

  afterAll(async () => {
    for (const one of [nginx, floor, ...squids]) await one?.stop();
    for (const one of pacServers) one.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('that require a sign-in ask in a dialog with their name, and send a refused password no second time', async () => {
    const proxy = await squid({ account });
    const launched = await consoleForTest({ folders: [home], environment: { HOME: home } });
    const { page } = launched;
    await page.getByRole('button', { name: 'Network settings' }).click();
    await page.getByRole('button', { name: 'Connect through: This computer’s proxy' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Manual' }).click();
    await page.getByLabel('Proxy server').fill(`127.0.0.1:${proxy.port}`);
    await page.getByLabel('Proxy server').blur();
    await page.getByText('Not applied yet').waitFor({ state: 'hidden' });
    await launched.screenshot('proxy-settings');
    await page.keyboard.press('Escape');

    await signInAt(page, server);
    const dialog = page.getByRole('dialog', { name: 'Sign in to the proxy' });
    await dialog.getByText(`127.0.0.1:${proxy.port}`, { exact: true }).waitFor();
    await dialog.getByText('Example proxy').waitFor();
    await launched.screenshot('proxy-sign-in');
    const answer = async (password: string): Promise<void> => {
      await dialog.getByLabel('Username for the proxy').fill(account.userName);
      await dialog.getByLabel('Password for the proxy').fill(password);
      await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    };
    await answer('wrong');
    await dialog.getByText('The proxy rejected this username or password').waitFor();
    const refusals = proxy.log().filter((line) => line.includes('407')).length;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(proxy.log().filter((line) => line.includes('407'))).toHaveLength(refusals);

    await answer(account.password);
    await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
    // squid logs a tunnel when it ends.
    await launched.quit();
    expect(proxy.log().some((line) => line.includes('CONNECT gws.test') && line.includes(' imani '))).toBe(true);
  });

  it('are found through a PAC file of the policy', async () => {
    const proxy = await squid();
    const script = `function FindProxyForURL() { return 'PROXY 127.0.0.1:${proxy.port}'; }`;
    const pac = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ns-proxy-autoconfig' }).end(script);
    });
    pacServers.push(pac);
    const port = await freePort();
    await new Promise<void>((resolve) => pac.listen(port, '127.0.0.1', resolve));
    const launched = await consoleBehind({ mode: 'pac', pacUrl: `http://127.0.0.1:${port}/proxy.pac` });
    const { page } = launched;
    await signInAt(page, server);
    await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
    await launched.quit();
    expect(proxy.log().some((line) => line.includes('CONNECT gws.test'))).toBe(true);
  });

  it('of a PAC file that cannot be loaded are not gone around', async () => {
    const { page } = await consoleBehind({ mode: 'pac', pacUrl: `http://127.0.0.1:${await freePort()}/proxy.pac` });
    await signInAt(page, server);
    await page.getByText('The proxy configuration (PAC file) couldn’t be loaded').waitFor();
  });

  it('that cut waiting connections are noticed: polls are held shorter, and the connection says so', async () => {
    const proxy = await squid({ more: ['read_timeout 3 seconds'] });
    const { page } = await consoleBehind({ mode: 'manual', server: `127.0.0.1:${proxy.port}` });
    await signInAt(page, server);
    await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
    await page.getByTestId('connection').click();
    await page.getByText('A proxy or firewall cuts waiting connections').waitFor({ timeout: 90_000 });
  });
});
