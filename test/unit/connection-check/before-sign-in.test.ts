import { describe, expect, it } from 'vitest';
import { FakeLoginPage } from '../../support/gws/fake-login-page';
import { CheckBench } from '../../support/connection-check/check-bench';

const afterSignIn = {
  cookies: 'not tried: notSignedIn',
  token: 'not tried: notSignedIn',
  handshake: 'not tried: notSignedIn',
  poll: 'not tried: notSignedIn',
  event: 'not tried: notSignedIn',
};
const good = {
  name: 'nameFound',
  proxy: 'noProxy',
  reach: 'reached',
  encryption: 'encrypted',
  server: 'answersWithVersion',
  signIn: 'wantsPassword',
};
const steps = [...Object.keys(good), ...Object.keys(afterSignIn)];

/** The steps before `step` as they pass, and those after it as not tried. */
function failedAt(step: string, problem: string, passed: Record<string, string> = good) {
  const at = steps.indexOf(step);
  return Object.fromEntries(
    steps.map((one, place) => {
      if (place < at) return [one, passed[one]];
      return [one, place === at ? `failed: ${problem}` : 'not tried: afterFailure'];
    }),
  );
}

describe('a check before sign-in', () => {
  it('tries what needs no session, sends no credentials, and calls nothing else passed', async () => {
    const bench = new CheckBench();
    expect(await bench.run()).toEqual({ ...good, ...afterSignIn });
    expect(bench.server.credentialAttempts()).toBe(0);
    expect(bench.server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /diagnostics/version',
      'GET /me',
    ]);
    expect(bench.check.state).toMatchObject({ host: 'gws.test', isRunning: false, isSignedIn: false });
    expect(bench.probesClosed).toBe(1);
  });

  it.each([
    ['dns', 'name', 'server.notFound'],
    ['proxyConfiguration', 'proxy', 'server.proxyConfiguration'],
    ['proxySignIn', 'proxy', 'server.proxySignIn'],
    ['proxy', 'proxy', 'server.proxy'],
    ['refused', 'reach', 'server.refused'],
    ['unreachable', 'reach', 'server.unreachable'],
    ['reset', 'reach', 'server.unreachable'],
    ['certificate', 'encryption', 'server.certificate'],
    ['certificateExpired', 'encryption', 'server.certificateExpired'],
    ['certificateWrongHost', 'encryption', 'server.certificateWrongHost'],
    ['clientCertificate', 'encryption', 'server.clientCertificate'],
    ['tlsProtocol', 'encryption', 'server.tlsProtocol'],
    ['tooLarge', 'server', 'server.notGenesys'],
  ] as const)('puts the failure %s at the step %s', async (failure, step, code) => {
    const bench = new CheckBench();
    bench.server.trap('/diagnostics/version', { failure });
    expect(await bench.run()).toEqual(failedAt(step, code));
  });

  it.each([
    [{ status: 407 }, 'proxy', 'server.proxy'],
    [
      { status: 400, body: '<html><title>400 No required SSL certificate was sent</title>' },
      'encryption',
      'server.clientCertificate',
    ],
    [{ body: '<!doctype html><p>Welcome to nginx</p>' }, 'server', 'server.notGenesys'],
    [{ status: 403, body: '<html>denied by Kim</html>' }, 'server', 'server.notGenesys'],
    [{ status: 404, body: {} }, 'server', 'server.notGenesys'],
    [{ status: 500, body: {} }, 'server', 'server.fault'],
  ] as const)('puts the answer %j at the step %s', async (answer, step, code) => {
    const bench = new CheckBench();
    bench.server.trap('/diagnostics/version', { answer });
    expect(await bench.run()).toEqual(failedAt(step, code));
    expect(JSON.stringify(bench.check.state)).not.toContain('Kim');
  });

  it('gives a silent server up at the deadline', async () => {
    const bench = new CheckBench();
    bench.server.trap('/diagnostics/version', { hang: true });
    expect((await bench.run(5_000)).reach).toBe('running');
    await bench.pass(6_000);
    expect(bench.ends()).toEqual(failedAt('reach', 'server.timeout'));
  });

  it('names the host that is not known here', async () => {
    const bench = new CheckBench();
    expect(await bench.run(0, 'https://typo.test/gws')).toEqual(failedAt('name', 'server.notFound'));
    expect(bench.server.seen).toEqual([]);
    expect(bench.check.state?.host).toBe('typo.test');
  });

  it('takes a lookup without an answer for not known, and goes on', async () => {
    const bench = new CheckBench();
    bench.network.isNameLookupStuck = true;
    expect(await bench.run(11_000)).toMatchObject({ name: 'not tried: noLookup', reach: 'reached' });
    bench.network.isProxyLookupStuck = true;
    expect(await bench.run(21_000)).toMatchObject({ proxy: 'not tried: noLookup', reach: 'reached' });
  });

  it('leaves an unknown name to the proxy, which is waited for before it counts as passed', async () => {
    const bench = new CheckBench();
    bench.network.proxy = 'proxy.test:3128';
    bench.network.knownHosts.clear();
    expect(await bench.run()).toEqual({ ...good, name: 'nameByProxy', proxy: 'proxyUsed', ...afterSignIn });
    bench.server.trap('/diagnostics/version', { hang: true });
    expect((await bench.run(1_000)).proxy).toBe('running');
  });

  it('goes on when the computer does not say which proxy it uses', async () => {
    const bench = new CheckBench();
    bench.network.isProxyLookupStuck = true;
    expect((await bench.run(9_000)).name).toBe('running');
    await bench.pass(2_000);
    expect(bench.ends()).toMatchObject({ name: 'nameFound', signIn: 'wantsPassword' });
  });

  it.each([true, false])('finds a single sign-on (version open: %s)', async (isVersionOpen) => {
    const bench = new CheckBench();
    bench.server.loginPage = Object.assign(new FakeLoginPage(), { isVersionOpen });
    expect(await bench.run()).toMatchObject({
      server: isVersionOpen ? 'answersWithVersion' : 'answersWithPage',
      signIn: 'wantsPage',
    });
    expect(bench.server.loginPage.opened).toEqual([]);
  });

  it('does not call an address on this computer encrypted', async () => {
    const bench = new CheckBench();
    bench.network.knownHosts.add('localhost');
    expect(await bench.run(0, 'http://localhost:8090')).toMatchObject({ encryption: 'not tried: notEncrypted' });
  });

  it('refuses an address that a sign-in may not use, and keeps what was found before', async () => {
    const bench = new CheckBench();
    await bench.run();
    expect(bench.check.start('http://gws.test')).toMatchObject({ ok: false, error: { code: 'server.insecure' } });
    expect(bench.ends()).toEqual({ ...good, ...afterSignIn });
  });
});

describe('stopping a check', () => {
  it('leaves what was found, and drops what arrives later', async () => {
    const bench = new CheckBench();
    bench.server.trap('/diagnostics/version', { hang: true });
    await bench.run(1_000);
    bench.check.stop();
    const stopped = bench.ends();
    expect(stopped).toMatchObject({ name: 'nameFound', proxy: 'noProxy', reach: 'not tried: stopped' });
    expect(stopped.event).toBe('not tried: stopped');
    await bench.pass(20_000);
    expect(bench.ends()).toEqual(stopped);
    expect(bench.probesClosed).toBe(1);
  });

  it('lets a new check replace the one under way', async () => {
    const bench = new CheckBench();
    bench.server.trap('/diagnostics/version', { hang: true });
    await bench.run(1_000);
    expect(await bench.run()).toEqual({ ...good, ...afterSignIn });
    await bench.pass(20_000);
    expect(bench.ends()).toEqual({ ...good, ...afterSignIn });
  });
});
