import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleForTest } from '../support/electron/console-test';
import { freePort } from '../support/electron/free-port';
import { signInAt } from '../support/electron/sign-in-at';
import { standInKerberos, standInToken } from '../support/network/stand-in-kerberos';
import { missingPrograms } from '../support/network/system-server';

const missing = process.platform === 'linux' ? missingPrograms(['cc']) : ['Linux'];
const folder = mkdtempSync(path.join(tmpdir(), 'sightline-negotiated-'));
let kerberos: Readonly<Record<string, string>> = {};

/** A server or proxy that offers every scheme and lets no one in. */
class Asking {
  readonly given: string[] = [];
  readonly #server: Server;
  #asked = 0;

  private constructor(kind: 'server' | 'proxy') {
    const [status, offer, answer] =
      kind === 'server'
        ? ([401, 'WWW-Authenticate', 'authorization'] as const)
        : ([407, 'Proxy-Authenticate', 'proxy-authorization'] as const);
    this.#server = createServer((request, response) => {
      this.#asked += 1;
      const given = request.headers[answer];
      if (given !== undefined) this.given.push(given);
      response.writeHead(status, { [offer]: ['Negotiate', 'NTLM', 'Basic realm="Example"'] }).end('{}');
    });
  }

  static async start(kind: 'server' | 'proxy'): Promise<Asking> {
    const asking = new Asking(kind);
    await once(asking.#server.listen(0, '127.0.0.1'), 'listening');
    return asking;
  }

  get asked(): number {
    return this.#asked;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get tokens(): readonly string[] {
    return this.given.filter((one) => /^(?:Negotiate|NTLM)/iu.test(one));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Signs in at the server, and returns what the asking one was given of the computer's own credentials. */
async function tokensFor(
  asking: Asking,
  url: string,
  policy: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const file = path.join(folder, `${asking.address.split(':').at(-1) ?? ''}.json`);
  writeFileSync(file, JSON.stringify(policy));
  const launched = await consoleForTest({ folders: [folder], environment: { ...kerberos, SIGHTLINE_POLICY: file } });
  await signInAt(launched.page, url);
  await launched.page.locator('[role="alert"], [role="dialog"], .problem').first().waitFor();
  await launched.quit();
  asking.stop();
  expect(asking.asked).toBeGreaterThan(0);
  return asking.tokens;
}

describe.skipIf(missing.length > 0)(
  `the computer’s own sign-in${missing.length > 0 ? `, without ${missing.join(', ')}` : ''}`,
  () => {
    beforeAll(() => {
      kerberos = standInKerberos(folder);
    });

    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    it('is sent to no server that the policy does not list', async () => {
      const server = await Asking.start('server');
      expect(await tokensFor(server, server.address, {})).toEqual([]);
    });

    it('is sent to a server that the policy lists', async () => {
      const server = await Asking.start('server');
      const tokens = await tokensFor(server, server.address, { negotiateHosts: ['127.0.0.1'] });
      expect(tokens).toContain(standInToken);
    });

    it('is sent to a proxy that asks once the policy lists a host, as Chromium does', async () => {
      const proxy = await Asking.start('proxy');
      const settings = { mode: 'manual', server: proxy.address, pacUrl: '', bypass: '<-loopback>' };
      const policy = { proxy: settings, negotiateHosts: ['gws.example.com'] };
      const tokens = await tokensFor(proxy, `http://127.0.0.1:${await freePort()}`, policy);
      expect(tokens).toContain(standInToken);
    });

    it('is sent to no proxy without a policy', async () => {
      const proxy = await Asking.start('proxy');
      const settings = { mode: 'manual', server: proxy.address, pacUrl: '', bypass: '<-loopback>' };
      expect(await tokensFor(proxy, `http://127.0.0.1:${await freePort()}`, { proxy: settings })).toEqual([]);
    });
  },
);
