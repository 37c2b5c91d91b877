import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../main/gws/http-port';
import { FakeConsole } from '../../../support/gws/fake-console';

const carriesPassword = (request: HttpRequest): boolean => request.headers['Authorization'] !== undefined;
const isAccount = (request: HttpRequest): boolean => request.url.endsWith('/api/v2/me');

/** A signed-in console that sent the password once, whose session has just expired. */
async function expired(): Promise<FakeConsole> {
  const console = await new FakeConsole().goLive();
  console.server.expireSession();
  return console;
}

/** The stream meets the refusal of the expired session. */
async function notice(console: FakeConsole, ms = 30_000): Promise<void> {
  console.server.bayeux.wakePolls();
  await console.pass(ms);
}

describe('the password', () => {
  it.each([
    ['a page for people', { body: '<!doctype html><form></form>' }],
    ['a page of the network', { body: '<!doctype html><title>Welcome to our wifi</title>' }],
    ['something else', { body: 'It works!' }],
  ])('is not sent where the account is %s, although the version is that of our server', async (_what, answer) => {
    const console = new FakeConsole();
    console.server.trapWhere((request) => isAccount(request) && !carriesPassword(request), { answer }, 100);
    expect((await console.signIn()).ok).toBe(false);
    expect(console.server.credentialAttempts()).toBe(0);
  });

  it('is not sent to learn whether requests succeed again', async () => {
    const console = await new FakeConsole().goLive();
    const isRequest = ({ url }: HttpRequest): boolean => !url.includes('/notifications');
    console.server.trapWhere(isRequest, { failure: 'reset' }, Number.POSITIVE_INFINITY);
    void console.genesys.operate('sendToEveryone', { id: 'c1', medium: 'chat' }, { text: 'hello' });
    await console.pass(90_000);
    const pings = console.server.seen.filter(({ path, wasExecuted }) => path === '/me' && !wasExecuted);
    expect(pings.length).toBeGreaterThan(0);
    expect(console.server.credentialAttempts()).toBe(1);
  });

  it('is not sent by a connection check, which asks once and renews nothing', async () => {
    const console = await new FakeConsole().goLive();
    const ask = async (): Promise<unknown> => {
      const traits = console.genesys.checked()?.traits();
      await console.pass(0);
      return traits;
    };
    expect(await ask()).toEqual({ ok: true, value: { keepsCookies: true, usesToken: true } });
    console.server.expireSession();
    expect(await ask()).toEqual({ ok: false, error: { code: 'session.expired' } });
    expect(console.server.credentialAttempts()).toBe(1);
  });

  it('is not sent once the supervisor has signed out, although the session was about to be renewed', async () => {
    const console = await expired();
    const send = console.server.send.bind(console.server);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    console.server.send = async (request: HttpRequest) => {
      if (request.url.endsWith('/diagnostics/version')) await held;
      return send(request);
    };
    // Until this is answered, the console still has the password.
    console.server.trapOperation('EndContactCenterSession', { hang: true });
    await notice(console, 3_000);
    const leaving = console.genesys.signOut();
    await console.pass(10);
    answer();
    await console.pass(10_000);
    await leaving;
    expect(console.server.credentialAttempts()).toBe(1);
  });

  it('is not sent again to a busy server', async () => {
    const console = await expired();
    const busy = { answer: { status: 503, headers: { 'retry-after': '1' } } };
    console.server.trapWhere(carriesPassword, busy, Number.POSITIVE_INFINITY);
    await notice(console, 120_000);
    expect(console.server.credentialAttempts()).toBe(2);
  });

  it('is sent again if it certainly did not leave the computer', async () => {
    const console = await expired();
    console.server.trapWhere(carriesPassword, { failure: 'refused', isCertainlyNotSent: true });
    await notice(console, 60_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.server.credentialAttempts()).toBe(3);
  });

  it('is not sent to a server that answers with nothing', async () => {
    const console = await expired();
    console.server.trap('/diagnostics/version', { answer: { body: '' } }, 100);
    await notice(console);
    expect(console.server.credentialAttempts()).toBe(1);
  });
});

describe('the right to supervise', () => {
  it.each([
    ['the account', true, false],
    ['its features', false, true],
  ])('may be in %s alone', async (_where, isInAccount, isInFeatures) => {
    const console = new FakeConsole();
    console.server.user = { ...console.server.user, roles: [] };
    const user = { ...console.server.user, roles: ['ROLE_SUPERVISOR'] };
    const answer = { body: { statusCode: 0, user } };
    if (isInAccount) console.server.trapWhere((request) => isAccount(request) && carriesPassword(request), { answer });
    if (isInFeatures) console.server.trapWhere(({ url }) => url.includes('subresources=features'), { answer });
    expect((await console.signIn()).ok).toBe(true);
  });
});
