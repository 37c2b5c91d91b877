import { describe, expect, it } from 'vitest';
import { FakeConsole } from '../../../support/gws/fake-console';
import { credentials } from '../../../support/gws/signing-in-bench';

describe('signing in', () => {
  it('sends the password once, after the server was identified, and then uses the cookie', async () => {
    const console = new FakeConsole();
    expect(await console.signIn()).toEqual({
      ok: true,
      value: { userId: 'u1', userName: 'sam', name: 'Sam Vimes', isSupervisor: true, serverVersion: '8.5.200.50' },
    });
    expect(console.server.seen.map((request) => request.authorization !== null).slice(0, 4)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(console.server.seen[0]?.path).toBe('/diagnostics/version');
    await console.pass(60_000);
    expect(console.server.credentialAttempts()).toBe(1);
  });

  it('distinguishes wrong credentials from other errors, and forgets them', async () => {
    const console = new FakeConsole();
    console.server.password = 'another';
    expect(await console.signIn()).toEqual({ ok: false, error: { code: 'session.credentials' } });
    expect(console.server.isForgotten).toBe(true);
    expect(console.sink.connection).toMatchObject({ phase: 'signedOut', reason: 'neverSignedIn' });
  });

  it.each([
    ['server.certificate', { failure: 'certificate' as const }],
    ['server.notFound', { failure: 'dns' as const }],
    ['server.refused', { failure: 'refused' as const }],
    ['server.unreachable', { failure: 'unreachable' as const }],
    ['server.timeout', { failure: 'timeout' as const }],
    ['server.proxy', { failure: 'proxy' as const }],
    ['server.proxy', { answer: { status: 407, body: 'Proxy Authentication Required' } }],
    ['session.singleSignOn', { answer: { status: 302, headers: { location: 'https://portal.test' } } }],
    ['session.singleSignOn', { answer: { body: '<!doctype html><form></form>' } }],
    ['server.notGenesys', { answer: { status: 302, headers: { location: 'https://new.test/api/v2/me' } } }],
    ['server.notGenesys', { answer: { status: 302 } }],
    ['server.notGenesys', { answer: { body: '<!doctype html><title>Welcome to our wifi</title>' } }],
    ['server.notGenesys', { answer: { body: { hello: 'world' } } }],
    ['server.notGenesys', { answer: { body: [] } }],
    ['server.notGenesys', { answer: { body: 'It works!' } }],
    ['server.notGenesys', { answer: { status: 404, body: 'Not Found' } }],
    ['server.fault', { answer: { status: 500, body: '<html>Error 500</html>' } }],
    ['server.busy', { answer: { status: 503 } }],
  ])('returns %s and sends no password when the address responds with %o', async (code, fault) => {
    const console = new FakeConsole();
    console.server.trap('/diagnostics/version', fault);
    expect(await console.signIn()).toMatchObject({ ok: false, error: { code } });
    expect(console.server.credentialAttempts()).toBe(0);
  });

  it('returns how long a busy server asks to wait', async () => {
    const console = new FakeConsole();
    console.server.trap('/diagnostics/version', { answer: { status: 429, headers: { 'retry-after': '30' } } });
    expect(await console.signIn()).toEqual({ ok: false, error: { code: 'server.busy', retryAfterMs: 30_000 } });
  });

  it.each([1, 2, 3, 4])('waits for a server that was briefly busy at request %i', async (position) => {
    const console = new FakeConsole();
    console.server.trapWhere(() => console.server.seen.length === position - 1, { answer: { status: 429 } });
    const signingIn = console.signIn();
    await console.pass(5_000);
    expect(await signingIn).toMatchObject({ ok: true });
    const [refused, again] = console.server.seen.slice(position - 1);
    // The second request asks without the password, which the server refuses.
    expect([refused?.wasExecuted, again?.wasExecuted]).toEqual([false, position !== 2]);
    expect([again?.path, again?.operation]).toEqual([refused?.path, refused?.operation]);
    const answered = console.server.seen.filter(
      ({ authorization, wasExecuted }) => authorization !== null && wasExecuted,
    );
    expect(answered).toHaveLength(1);
  });

  it('fails when the server never responds', async () => {
    const console = new FakeConsole();
    console.server.trap('/diagnostics/version', { hang: true });
    const signingIn = console.genesys.signIn(credentials);
    await console.pass(10_000);
    expect(await signingIn).toEqual({ ok: false, error: { code: 'server.timeout' } });
  });

  it('reports that the password must be changed first', async () => {
    const console = new FakeConsole();
    console.server.trapWhere((request) => request.headers['Authorization'] !== undefined, {
      answer: { body: { statusCode: 8, statusMessage: 'Change your password' } },
    });
    expect(await console.signIn()).toEqual({ ok: false, error: { code: 'session.passwordChange' } });
  });

  it.each([
    ['a role', { roles: ['ROLE_SUPERVISOR'] }, true],
    ['a setting', { roles: ['ROLE_AGENT'], settings: { htcc: { roles: 'agent, Supervisor' } } }, true],
    ['a setting in a list', { settings: [{ name: 'htcc', settings: { roles: 'supervisor' } }] }, true],
    ['a feature', { features: [{ id: 'api-supervisor-monitoring' }] }, true],
    ['nothing', { roles: ['ROLE_AGENT', 'ROLE_ADMIN'], settings: { htcc: { roles: 'admin,agent' } } }, false],
  ])('recognises a supervisor by %s', async (_by, fields, isSupervisor) => {
    const console = new FakeConsole();
    console.server.user = { id: 'u1', userName: 'sam', ...fields };
    expect(await console.signIn()).toMatchObject(
      isSupervisor ? { ok: true } : { ok: false, error: { code: 'session.notSupervisor' } },
    );
  });

  it.each([
    ['http://gws.example.com', 'server.insecure'],
    ['ftp://gws.example.com', 'server.addressInvalid'],
    ['', 'server.addressInvalid'],
    ['https://user:word@gws.example.com', 'server.addressInvalid'],
  ])('refuses the address %s', async (address, code) => {
    const console = new FakeConsole(address);
    expect(await console.signIn()).toMatchObject({ ok: false, error: { code } });
    expect(console.server.seen).toEqual([]);
  });

  it('sends the credentials with every request when the server has no cookie sessions', async () => {
    const console = new FakeConsole();
    console.server.keepsCookies = false;
    await console.goLive();
    expect(await console.genesys.operate('leave', { id: 'c1', medium: 'chat' }, {})).toEqual({ ok: true, value: null });
    const mark = console.sink.mark();
    console.server.bayeux.forgetSessions();
    await console.pass(10_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.sink.since(mark)).toContainEqual({ what: 'renewed' });
  });

  it('keeps using the cookie when its session was lost while signing in, and so detects the next loss', async () => {
    const console = new FakeConsole();
    console.server.trap('features,settings', { answer: { status: 401 } });
    await console.goLive();
    const before = console.server.credentialAttempts();
    await console.genesys.operate('leave', { id: 'c1', medium: 'chat' }, {});
    expect(console.server.credentialAttempts()).toBe(before);
    console.server.expireSession();
    console.server.bayeux.wakePolls();
    await console.pass(10_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.sink.calls).toContainEqual({ what: 'renewed' });
  });

  it('refuses a second sign-in during the first', async () => {
    const console = await new FakeConsole().goLive();
    expect(await console.genesys.signIn(credentials)).toEqual({
      ok: false,
      error: { code: 'session.alreadySignedIn' },
    });
  });

  it('can be cancelled by signing out, and leaves nothing behind', async () => {
    const console = new FakeConsole();
    const signingIn = console.genesys.signIn(credentials);
    const leaving = console.genesys.signOut();
    await console.pass(0);
    await leaving;
    expect(await signingIn).toEqual({ ok: false, error: { code: 'session.signedOut' } });
    await console.pass(60_000);
    expect(console.server.bayeux.handshakes).toBe(0);
    expect(console.server.seen.at(-1)?.operation).toBe('EndContactCenterSession');
    expect(console.genesys.self()).toBeNull();
    expect(console.clock.waiting).toEqual([]);
  });
});
