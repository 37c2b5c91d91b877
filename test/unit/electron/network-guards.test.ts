import type { AuthInfo, Session } from 'electron/main';
import { describe, expect, it } from 'vitest';
import { ProxyVisit } from '../../../main/electron/network/proxy-visit';
import { RefusedCertificates } from '../../../main/electron/network/refused-certificates';

const asked: AuthInfo = { isProxy: false, scheme: 'basic', host: 'gws.example.com', port: 443, realm: 'staff' };

/** The credentials of one proxy, and who was given them. */
class FakeProxySignIn {
  readonly given: string[] = [];

  credentialsFor({ host }: { readonly host: string }): Promise<{ userName: string; password: string }> {
    this.given.push(host);
    return Promise.resolve({ userName: 'sam', password: 'secret' });
  }

  refused(): void {
    throw new Error('nothing was refused');
  }
}

async function answerTo(info: AuthInfo): Promise<readonly (string | undefined)[]> {
  const visit = new ProxyVisit(new FakeProxySignIn());
  let answer: readonly (string | undefined)[] = ['not answered'];
  await visit.login(info, (...credentials) => {
    answer = credentials;
  });
  return answer;
}

describe('the credentials of a proxy', () => {
  it('go to a proxy, and to no server that asks for a password', async () => {
    expect(await answerTo({ ...asked, isProxy: true })).toEqual(['sam', 'secret']);
    expect(await answerTo(asked)).toEqual([]);
  });
});

type Verify = Parameters<Session['setCertificateVerifyProc']>[0];

/** A partition that asks about each certificate. */
class FakePartition {
  #verify: Verify = null;

  setCertificateVerifyProc(verify: Verify): void {
    this.#verify = verify;
  }

  /** What the console answers about a certificate for which Chromium has this result. */
  answerFor(errorCode: number): number | null {
    let answer: number | null = null;
    const request = { hostname: 'gws.example.com', certificate: { data: 'PEM' }, errorCode };
    this.#verify?.(request as Parameters<NonNullable<Verify>>[0], (result) => {
      answer = result;
    });
    return answer;
  }
}

describe('a certificate that Chromium refuses', () => {
  it('is noted and stays refused', () => {
    const partition = new FakePartition();
    const refused = new RefusedCertificates();
    refused.observe(partition as unknown as Session);
    // −3 leaves the decision to Chromium; 0 would accept the certificate.
    expect([-202, -201, 0].map((code) => partition.answerFor(code))).toEqual([-3, -3, -3]);
    partition.answerFor(-202);
    expect(refused.pemFor('https://gws.example.com/')).toBe('PEM');
  });
});
