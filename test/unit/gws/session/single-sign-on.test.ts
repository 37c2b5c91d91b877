import { describe, expect, it } from 'vitest';
import type { SignInPageEnd } from '../../../../main/gws/http-port';
import { FakeConsole } from '../../../support/gws/fake-console';
import { FakeLoginPage } from '../../../support/gws/fake-login-page';

function consoleBehindPage(): { console: FakeConsole; page: FakeLoginPage } {
  const console = new FakeConsole();
  const page = new FakeLoginPage();
  console.server.loginPage = page;
  return { console, page };
}

const message = { text: 'hello' };
const chat = { id: 'c1', medium: 'chat' } as const;

describe('a password', () => {
  it.each([
    [true, 'redirect'],
    [true, 'page'],
    [false, 'redirect'],
    [false, 'page'],
  ] as const)('is not sent to a server behind a login page (version open: %s, %s)', async (isVersionOpen, how) => {
    const { console, page } = consoleBehindPage();
    page.isVersionOpen = isVersionOpen;
    page.how = how;
    expect(await console.signIn()).toEqual({ ok: false, error: { code: 'session.singleSignOn' } });
    expect(console.server.credentialAttempts()).toBe(0);
    expect(page.opened).toEqual([]);
  });

  it('is not sent any more once a page was shown in the middle of a shift, even if the page goes away', async () => {
    const console = await new FakeConsole().goLive();
    const attempts = console.server.credentialAttempts();
    console.server.loginPage = new FakeLoginPage();
    await console.pass(20_000);
    expect(console.sink.connection).toMatchObject({ reason: 'portal' });
    console.server.loginPage = null;
    console.server.expireSession();
    await console.pass(60_000);
    expect(console.server.credentialAttempts()).toBe(attempts);
    expect(console.sink.connection).toMatchObject({ phase: 'signedOut', reason: 'signInExpired' });
  });

  it('is not needed when the page goes away and the session lives', async () => {
    const console = await new FakeConsole().goLive();
    console.server.loginPage = new FakeLoginPage();
    await console.pass(20_000);
    console.server.loginPage = null;
    await console.pass(60_000);
    expect(console.sink.isLive).toBe(true);
  });
});

describe('signing in on the page', () => {
  it.each([true, false])('ends with the account that the server names (version open: %s)', async (isVersionOpen) => {
    const { console, page } = consoleBehindPage();
    page.isVersionOpen = isVersionOpen;
    expect(await console.signIn('page')).toEqual({
      ok: true,
      value: { userId: 'u1', userName: 'sam', name: 'Sam Vimes', isSupervisor: true, serverVersion: '8.5.200.50' },
    });
    expect(page.opened).toEqual([{ url: 'https://gws.test/api/v2/me', isQuiet: false }]);
    await console.pass(1_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.server.credentialAttempts()).toBe(0);
  });

  it.each<[SignInPageEnd, unknown]>([
    [{ kind: 'givenUp' }, { code: 'session.signInGivenUp' }],
    [{ kind: 'notOffered' }, { code: 'session.noSingleSignOn' }],
    [{ kind: 'unreachable' }, { code: 'session.signInPageFailed' }],
    [
      { kind: 'hostRefused', host: 'login.example.com' },
      { code: 'policy.signInHostNotAllowed', values: { host: 'login.example.com' } },
    ],
  ])('ends signed out when the page ends with %j', async (outcome, error) => {
    const { console, page } = consoleBehindPage();
    page.outcome = outcome;
    expect(await console.signIn('page')).toEqual({ ok: false, error });
    expect(console.server.isForgotten).toBe(true);
  });

  it('is cancelled with the page', async () => {
    const { console, page } = consoleBehindPage();
    page.isWaiting = true;
    const signingIn = console.genesys.signIn('page');
    await console.pass(0);
    expect(page.opened).toHaveLength(1);
    await console.genesys.signOut();
    await console.pass(0);
    expect(await signingIn).toEqual({ ok: false, error: { code: 'session.signedOut' } });
  });

  it('opens no page of a server that cannot be reached', async () => {
    const { console, page } = consoleBehindPage();
    console.server.trap('/me', { failure: 'reset' });
    expect(await console.signIn('page')).toMatchObject({ ok: false, error: { code: 'server.unreachable' } });
    expect(page.opened).toEqual([]);
  });
});

describe('a sign-in that expires during a shift', () => {
  async function liveBehindPage(): Promise<{ console: FakeConsole; page: FakeLoginPage }> {
    const { console, page } = consoleBehindPage();
    await console.goLive('page');
    return { console, page };
  }

  it('returns by itself, quietly, once', async () => {
    const { console, page } = await liveBehindPage();
    page.close();
    await console.pass(15_000);
    expect(page.opened.slice(1)).toEqual([{ url: 'https://gws.test/api/v2/me', isQuiet: true }]);
    expect(console.sink.isLive).toBe(true);
    expect(console.sink.calls.filter(({ what }) => what === 'renewed')).toHaveLength(1);
  });

  it('says why nothing is live while the person signs in, and goes on after minutes', async () => {
    const { console, page } = await liveBehindPage();
    page.isWaiting = true;
    page.close();
    await console.pass(180_000);
    expect(page.opened).toHaveLength(2);
    expect(console.sink.connection).toMatchObject({ phase: 'stale', reason: 'signInPage' });
    page.finish();
    await console.pass(5_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('never sends later what was asked for meanwhile', async () => {
    const { console, page } = await liveBehindPage();
    page.isWaiting = true;
    page.close();
    expect(await console.genesys.operate('sendToEveryone', chat, message)).toEqual({
      ok: false,
      error: { code: 'session.expired' },
    });
    await console.pass(60_000);
    page.finish();
    await console.pass(60_000);
    expect(console.server.count('SendMessage')).toBe(0);
  });

  it('ends when the person gives up', async () => {
    const { console, page } = await liveBehindPage();
    page.outcome = { kind: 'givenUp' };
    page.close();
    await console.pass(15_000);
    expect(console.sink.connection).toMatchObject({ phase: 'signedOut', reason: 'signInExpired' });
    expect(console.server.isForgotten).toBe(true);
  });

  it('ends when another person signs in, since the chats are those of the first one', async () => {
    const { console, page } = await liveBehindPage();
    page.close();
    console.server.user = { ...console.server.user, id: 'u2', userName: 'vetinari' };
    await console.pass(15_000);
    expect(console.sink.calls.filter(({ what }) => what === 'renewed')).toEqual([]);
    expect(console.sink.connection).toMatchObject({ phase: 'signedOut', reason: 'signInExpired' });
  });

  it('opens the page again when it could not be loaded', async () => {
    const { console, page } = await liveBehindPage();
    page.outcome = { kind: 'unreachable' };
    page.close();
    await console.pass(15_000);
    expect(page.opened.length).toBeGreaterThan(1);
    page.outcome = { kind: 'signedIn' };
    await console.pass(60_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('also returns where the server itself lost the session and its page does not show', async () => {
    const { console, page } = await liveBehindPage();
    console.server.expireSession();
    await console.pass(15_000);
    expect(page.opened).toHaveLength(2);
    expect(console.sink.isLive).toBe(true);
  });
});

describe('a sign-out', () => {
  it('ends the session at the provider too, after the one at the server', async () => {
    const { console, page } = consoleBehindPage();
    await console.goLive('page');
    expect(page.isKnown).toBe(true);
    await console.genesys.signOut();
    expect(page.isKnown).toBe(false);
    expect(console.server.isForgotten).toBe(true);
  });

  it('leaves the provider alone where the session ended by itself or the password was used', async () => {
    const { console, page } = consoleBehindPage();
    await console.goLive('page');
    page.outcome = { kind: 'givenUp' };
    page.close();
    await console.pass(15_000);
    await console.genesys.signOut();
    expect(page.isKnown).toBe(true);

    const other = await new FakeConsole().goLive();
    other.server.loginPage = new FakeLoginPage();
    other.server.loginPage.isKnown = true;
    await other.genesys.signOut();
    expect(other.server.loginPage.isKnown).toBe(true);
  });
});
