import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeServer } from '../../main/practice/floor-server';
import { consoleForTest } from '../support/electron/console-test';
import { freePort } from '../support/electron/free-port';
import { signInAt } from '../support/electron/sign-in-at';
import {
  addClientCertificate,
  selfSigned,
  TestAuthority,
  trustIn,
  type IssuedCertificate,
} from '../support/network/certificates';
import { missingPrograms, startNginx, type RunningServer } from '../support/network/system-server';

const missing = missingPrograms(['nginx', 'openssl', 'certutil', 'pk12util']);
const folder = mkdtempSync(path.join(tmpdir(), 'sightline-certificates-'));
/** The homes of two users, who trust the authority: without a certificate of their own, and with two. */
const home = path.join(folder, 'home');
const homeWithTwo = path.join(folder, 'home-with-two');
const names = 'IP:127.0.0.1';
let nginx: RunningServer | null = null;
let floor: Awaited<ReturnType<typeof startPracticeServer>> | null = null;

const cases = {
  good: { port: 0, words: '' },
  expired: { port: 0, words: 'expired on 1 Feb 2026' },
  notYetValid: { port: 0, words: 'isn’t valid before 1 Feb 2036' },
  wrongHost: { port: 0, words: 'uses a certificate for another name: other.test' },
  selfSigned: { port: 0, words: 'uses a certificate that it signed itself (“127.0.0.1”)' },
  unknownAuthority: { port: 0, words: 'was issued by “Stranger CA”, which this computer doesn’t trust' },
};

const clientCases = { on: { port: 0 }, optional: { port: 0 } };

describe.skipIf(missing.length > 0)(
  `certificates${missing.length > 0 ? `, without ${missing.join(', ')}` : ''}`,
  () => {
    beforeAll(async () => {
      chmodSync(folder, 0o755);
      const authority = new TestAuthority(path.join(folder, 'authority'), 'Example CA');
      const stranger = new TestAuthority(path.join(folder, 'stranger'), 'Stranger CA');
      const commonName = '127.0.0.1';
      const certificates: Record<keyof typeof cases, IssuedCertificate> = {
        good: authority.issue({ commonName, names }),
        expired: authority.issue({ commonName, names, from: '20260101000000Z', to: '20260201000000Z' }),
        notYetValid: authority.issue({ commonName, names, from: '20360201000000Z', to: '20360301000000Z' }),
        wrongHost: authority.issue({ commonName: 'other.test' }),
        selfSigned: selfSigned(path.join(folder, 'own'), commonName),
        unknownAuthority: stranger.issue({ commonName, names }),
      };
      for (const one of [home, homeWithTwo]) trustIn(one, authority.certificate);
      for (const user of ['supervisor1', 'supervisor2']) {
        addClientCertificate(homeWithTwo, authority.issue({ commonName: user, isForClients: true }), user);
      }
      floor = await startPracticeServer({ agents: 4, chats: 0, rate: 0 });
      const blocks: string[] = [];
      const listens = [
        ...Object.entries(certificates).map(([name, one]) => ({
          at: cases[name as keyof typeof cases],
          one,
          more: '',
        })),
        ...Object.entries(clientCases).map(([how, at]) => ({
          ...{ at, one: certificates.good },
          more: `ssl_client_certificate ${authority.certificate}; ssl_verify_client ${how};`,
        })),
      ];
      for (const { at, one, more } of listens) {
        at.port = await freePort();
        blocks.push(`server {
    listen 127.0.0.1:${at.port} ssl;
    ssl_certificate ${one.certificate};
    ssl_certificate_key ${one.key};
    ${more}
    location / { proxy_pass ${floor.url}; proxy_set_header Host $http_host; proxy_read_timeout 60s; }
  }`);
      }
      nginx = await startNginx(folder, blocks.join('\n'), cases.good.port);
    });

    afterAll(async () => {
      await nginx?.stop();
      await floor?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('say which is wrong and why at sign-in, and one of an authority of this computer is accepted', async () => {
      const launched = await consoleForTest({ folders: [home], environment: { HOME: home } });
      const { page } = launched;
      const { good, ...wrong } = cases;
      for (const { port, words } of Object.values(wrong)) {
        await signInAt(page, `https://127.0.0.1:${port}`);
        await page.getByText(words).waitFor();
      }
      await launched.screenshot('certificate-unknown-authority');
      expect(await page.getByRole('button', { name: /anyway|proceed|trust/iu }).count()).toBe(0);
      await signInAt(page, `https://127.0.0.1:${good.port}`);
      await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
    });

    it('are not needed where a server merely asks for one, and are wanted in words where it requires one', async () => {
      const { page } = await consoleForTest({ folders: [home], environment: { HOME: home } });
      await signInAt(page, `https://127.0.0.1:${clientCases.on.port}`);
      await page.getByText('asks for a certificate that identifies you').first().waitFor();
      await signInAt(page, `https://127.0.0.1:${clientCases.optional.port}`);
      await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
      expect(await page.getByTestId('certificates').count()).toBe(0);
    });

    it('of the user are sent only when the user chose one, and the sign-in then goes on by itself', async () => {
      const launched = await consoleForTest({ folders: [homeWithTwo], environment: { HOME: homeWithTwo } });
      const { page } = launched;
      await signInAt(page, `https://127.0.0.1:${clientCases.on.port}`);
      await page.getByTestId('certificates').waitFor();
      await launched.screenshot('client-certificates');
      expect(subjectsSent()).toEqual([]);
      await page.getByTestId('certificates').getByText('supervisor2').click();
      await page.getByRole('button', { name: 'Use this certificate' }).click();
      await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
      expect(subjectsSent()).toEqual(['CN=supervisor2']);
    });

    it('of the user stay here when the user goes on without one', async () => {
      const { page } = await consoleForTest({ folders: [homeWithTwo], environment: { HOME: homeWithTwo } });
      await signInAt(page, `https://127.0.0.1:${clientCases.optional.port}`);
      await page.getByRole('button', { name: 'Continue without' }).click();
      await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
      expect(subjectsSent(clientCases.optional.port)).toEqual([]);
    });
  },
);

/** The certificates of users that nginx got, each once. */
function subjectsSent(port?: number): readonly string[] {
  const lines = readFileSync(path.join(folder, 'access.log'), 'utf8').split('\n');
  const subjects = lines.flatMap((line) => {
    const [, at, subject = ''] = /^(\d+) .* client=\S+ "(.*)"$/u.exec(line) ?? [];
    return (port === undefined || at === String(port)) && subject !== '' && subject !== '-' ? [subject] : [];
  });
  return [...new Set(subjects)];
}
