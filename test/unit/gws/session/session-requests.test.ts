import { describe, expect, it } from 'vitest';
import { succeed } from '../../../../main/base/result';
import type { HttpRequest } from '../../../../main/gws/http-port';
import { RequestBudget } from '../../../../main/gws/requests/request-budget';
import type { SignInMethod } from '../../../../main/gws/session/credentials';
import { HttpSession } from '../../../../main/gws/session/http-session';
import { FakeGws, type Fault } from '../../../support/gws/fake-gws';
import { FakeLoginPage } from '../../../support/gws/fake-login-page';
import { QuietLog } from '../../../support/gws/quiet-log';
import { settle, VirtualClock } from '../../../support/virtual-clock';

const sam = { userName: 'sam', password: 'secret' };
const isAccount = ({ url }: HttpRequest): boolean => url.endsWith('/api/v2/me');
const write = { method: 'POST', path: '/me/chats/c1', body: { operationName: 'Leave' } } as const;
const pauseOf = (seconds: number): Fault => ({ answer: { status: 429, headers: { 'retry-after': String(seconds) } } });

function openSession() {
  const clock = new VirtualClock();
  const server = new FakeGws(clock);
  const page = new FakeLoginPage();
  const session = new HttpSession({
    ...{ baseUrl: 'https://gws.test', http: server, clock, budget: new RequestBudget(clock, () => 0.5) },
    log: new QuietLog().for('session'),
    open: () => Promise.resolve(succeed(null)),
    onDate: () => undefined,
    onCredentialsUsed: () => undefined,
    onRenewed: () => undefined,
    onEnded: () => undefined,
  });
  /** Lets a minute pass, and returns what came of it. */
  const after = async <T>(promise: Promise<T>): Promise<T> => {
    for (let turn = 0; turn < 600; turn += 1) {
      await settle();
      clock.advance(100);
    }
    return promise;
  };
  const accountReads = (): number => server.seen.filter(({ path }) => path === '/me').length;
  return {
    ...{ clock, server, page, session, after, accountReads },
    signIn: (method: SignInMethod = sam) => {
      if (method === 'page') server.loginPage = page;
      return after(session.signIn(method));
    },
  };
}

describe('a sign-in', () => {
  it.each(['with a password', 'on a page'])(
    'waits for a server that asks for pauses of 18 seconds in all: %s',
    async (how) => {
      const { server, signIn } = openSession();
      server.trapWhere(isAccount, pauseOf(6), 3);
      expect((await signIn(how === 'on a page' ? 'page' : sam)).ok).toBe(true);
    },
  );

  it('that fails leaves no token behind', async () => {
    const { server, session, signIn } = openSession();
    const headers = { 'x-csrf-header': 'X-CSRF-TOKEN', 'x-csrf-token': 'of-a-failed-sign-in' };
    server.trapWhere(isAccount, { answer: { status: 401, headers, body: { statusCode: 20 } } }, 10);
    expect((await signIn()).ok).toBe(false);
    expect(session.streamHeaders()).toEqual({});
  });

  it('says that a server without an account resource is not one of Genesys', async () => {
    const { server, signIn } = openSession();
    server.trapWhere(isAccount, { answer: { status: 404, body: { statusCode: 6 } } }, 10);
    expect(await signIn()).toEqual({ ok: false, error: { code: 'server.notGenesys' } });
  });
});

describe('a request', () => {
  it('is repeated with a new token also in a session that began on a page', async () => {
    const { server, session, signIn, after } = openSession();
    await signIn('page');
    server.expireToken();
    expect((await after(session.call(write))).ok).toBe(true);
  });

  it('asks for the account once after its session was refused, and once more with the password', async () => {
    const { server, session, signIn, after, accountReads } = openSession();
    await signIn();
    server.expireSession();
    const before = accountReads();
    expect((await after(session.call(write))).ok).toBe(true);
    expect(accountReads() - before).toBe(2);
  });
});

describe('a check whether requests succeed', () => {
  it('is not repeated by itself', async () => {
    const { server, session, signIn, after, accountReads } = openSession();
    await signIn();
    const before = accountReads();
    server.trapWhere(isAccount, pauseOf(1), 10);
    await after(session.ping());
    expect(accountReads() - before).toBe(1);
  });
});

describe('the traits of a session', () => {
  it('are asked for once', async () => {
    const { server, session, signIn, after, accountReads } = openSession();
    await signIn();
    const before = accountReads();
    server.trapWhere(isAccount, pauseOf(1), 10);
    expect(await after(session.traits())).toMatchObject({ ok: false, error: { code: 'server.busy' } });
    expect(accountReads() - before).toBe(1);
  });

  it('are those of an expired session where a login page answers', async () => {
    const { page, session, signIn, after } = openSession();
    await signIn('page');
    page.close();
    expect(await after(session.traits())).toEqual({ ok: false, error: { code: 'session.expired' } });
  });
});
