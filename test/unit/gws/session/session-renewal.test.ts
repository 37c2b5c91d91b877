import { describe, expect, it } from 'vitest';
import { succeed } from '../../../../main/base/result';
import type { HttpRequest } from '../../../../main/gws/http-port';
import { RequestBudget } from '../../../../main/gws/requests/request-budget';
import { ApiClient } from '../../../../main/gws/session/api-client';
import type { SignInMethod } from '../../../../main/gws/session/credentials';
import { SessionRenewal, type EndReason, type RenewalOutcome } from '../../../../main/gws/session/session-renewal';
import { FakeGws } from '../../../support/gws/fake-gws';
import { FakeLoginPage } from '../../../support/gws/fake-login-page';
import { QuietLog } from '../../../support/gws/quiet-log';
import { settle, VirtualClock } from '../../../support/virtual-clock';

const sam = { userName: 'sam', password: 'secret' };
const hourMs = 3_600_000;

/** A session that began on the server, and what is done with it. */
async function begun(method: SignInMethod = sam) {
  const clock = new VirtualClock();
  const server = new FakeGws(clock);
  const page = new FakeLoginPage();
  if (method === 'page') server.loginPage = page;
  const budget = new RequestBudget(clock, () => 0.5);
  const sender = new ApiClient({ baseUrl: 'https://gws.test', http: server, clock, budget, onDate: () => undefined });
  const events: (EndReason | 'renewed')[] = [];
  const opening: { wait: Promise<void> } = { wait: Promise.resolve() };
  const renewal = new SessionRenewal({
    ...{ sender, clock, log: new QuietLog().for('session') },
    open: () => opening.wait.then(() => succeed(null)),
    signInAgain: () => server.signInOnPage({ url: 'https://gws.test/api/v2/me', isQuiet: true }),
    onCredentialsUsed: () => undefined,
    onRenewed: () => events.push('renewed'),
    onEnded: (reason) => events.push(reason),
  });
  sender.take(method);
  if (method === 'page') await server.signInOnPage({ url: 'https://gws.test/api/v2/me', isQuiet: false });
  else await sender.readMe(true);
  renewal.begin(method === 'page' ? 'u1' : null);
  /** Restores the session after a refusal, and lets pass what that takes. */
  const renew = async (refused = renewal.number): Promise<RenewalOutcome | 'waits'> => {
    const outcomes: RenewalOutcome[] = [];
    void renewal.renew(refused).then((outcome) => outcomes.push(outcome));
    await pass();
    return outcomes[0] ?? 'waits';
  };
  const pass = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) {
      await settle();
      clock.advance(100);
    }
  };
  return { clock, server, page, sender, renewal, events, opening, renew, pass };
}

const isAccount = ({ url }: HttpRequest): boolean => url.endsWith('/api/v2/me');

describe('a session whose account read is neither good nor refused', () => {
  const answer = { status: 500, body: { statusCode: 4, statusMessage: 'Internal error' } };

  it('is undecided, and no password is sent', async () => {
    const { server, renew, events } = await begun();
    server.expireSession();
    server.trapWhere(isAccount, { answer });
    expect([await renew(), server.credentialAttempts(), events]).toEqual(['unreachable', 1, []]);
  });

  it('is undecided, and no page opens', async () => {
    const { server, page, renew, events } = await begun('page');
    server.expireSession();
    server.trapWhere(isAccount, { answer });
    expect([await renew(), page.opened.length, events]).toEqual(['unreachable', 1, []]);
  });
});

it('a password that a server without cookies refuses is not sent again', async () => {
  const { server, sender, renew, events } = await begun();
  server.keepsCookies = false;
  server.expireSession();
  sender.sendCredentialsAlways();
  server.password = 'changed by an administrator';
  expect([await renew(), events, server.credentialAttempts()]).toEqual(['ended', ['credentialsRefused'], 2]);
});

it('the password is used again for a later expiry', async () => {
  const { clock, server, renew, events } = await begun();
  for (const round of [1, 2]) {
    server.expireSession();
    expect([await renew(), server.credentialAttempts()]).toEqual(['renewed', 1 + round]);
    clock.advance(hourMs);
  }
  expect(events).toEqual(['renewed', 'renewed']);
});

it('the fourth expiry within a minute ends the session, however long the computer is on', async () => {
  const { clock, server, renew, events } = await begun();
  clock.advance(10 * hourMs);
  const outcomes = [];
  for (let round = 0; round < 4; round += 1) {
    server.expireSession();
    outcomes.push(await renew());
  }
  expect(outcomes).toEqual(['renewed', 'renewed', 'renewed', 'ended']);
  expect(events.at(-1)).toBe('signInExpired');
});

describe('a session that is signed out', () => {
  it('is not restored', async () => {
    const { server, renewal, renew } = await begun();
    server.expireSession();
    renewal.stop();
    const asked = server.seen.length;
    expect([await renew(), server.seen.length - asked]).toEqual(['ended', 0]);
  });

  it('sends nothing more when its page is done', async () => {
    const { server, page, renewal, renew, pass, events } = await begun('page');
    server.expireSession();
    page.close();
    page.isWaiting = true;
    expect(await renew()).toBe('waits');
    renewal.stop();
    const asked = server.seen.length;
    page.finish({ kind: 'signedIn' });
    await pass();
    expect([server.seen.length - asked, events]).toEqual([0, []]);
  });

  it('reports nothing when its new session is open', async () => {
    const { server, renewal, renew, pass, opening, events } = await begun();
    let isOpen: () => void = () => undefined;
    opening.wait = new Promise((resolve) => (isOpen = resolve));
    server.expireSession();
    expect(await renew()).toBe('waits');
    renewal.stop();
    isOpen();
    await pass();
    expect(events).toEqual([]);
  });

  it('reports no end when the server refuses meanwhile', async () => {
    const { server, renewal, sender, events, pass } = await begun();
    sender.forgetCredentials();
    server.expireSession();
    const outcome = renewal.renew(renewal.number);
    renewal.stop();
    await pass();
    expect([await outcome, events]).toEqual(['ended', []]);
  });
});

it('a session that ended is not restored, and ends once', async () => {
  const { server, sender, renew, events } = await begun();
  sender.forgetCredentials();
  server.expireSession();
  expect(await renew()).toBe('ended');
  const asked = server.seen.length;
  expect([await renew(), server.seen.length - asked, events]).toEqual(['ended', 0, ['signInExpired']]);
});
