import { describe, expect, it } from 'vitest';
import { succeed } from '../../../../main/base/result';
import { RequestBudget } from '../../../../main/gws/requests/request-budget';
import { HttpSession } from '../../../../main/gws/session/http-session';
import type { EndReason } from '../../../../main/gws/session/session-renewal';
import { FakeGws } from '../../../support/gws/fake-gws';
import { QuietLog } from '../../../support/gws/quiet-log';
import { credentials } from '../../../support/gws/signing-in-bench';
import { VirtualClock } from '../../../support/virtual-clock';

/** A session with a server that wants the password with every request, so that the headers show whether it is still held. */
function bench() {
  const clock = new VirtualClock();
  const server = new FakeGws(clock);
  server.keepsCookies = false;
  const ends: EndReason[] = [];
  const session = new HttpSession({
    baseUrl: 'https://gws.test',
    http: server,
    clock,
    budget: new RequestBudget(clock, () => 0.5),
    log: new QuietLog().for('session'),
    open: () => Promise.resolve(succeed(null)),
    onDate: () => undefined,
    onCredentialsUsed: () => undefined,
    onRenewed: () => undefined,
    onEnded: (reason) => ends.push(reason),
  });
  const settled = async <Value>(work: Promise<Value>): Promise<Value> => {
    await clock.advanceSettled(0);
    return work;
  };
  return { server, session, ends, settled, holdsPassword: () => 'Authorization' in session.streamHeaders() };
}

async function signedIn() {
  const one = bench();
  await one.settled(one.session.signIn(credentials));
  expect(one.holdsPassword()).toBe(true);
  return one;
}

describe('the password is forgotten', () => {
  it('when the session ends by itself, and nothing is sent any more', async () => {
    const { server, session, settled, ends, holdsPassword } = await signedIn();
    server.password = 'changed';
    expect(await settled(session.call({ method: 'GET', path: '/me/chats' }))).toMatchObject({ ok: false });
    expect([ends, holdsPassword()]).toEqual([['credentialsRefused'], false]);
    const seen = server.seen.length;
    expect(await settled(session.call({ method: 'GET', path: '/me/chats' }))).toMatchObject({
      error: { code: 'session.signedOut' },
    });
    expect(server.seen.length).toBe(seen);
  });

  it('when the supervisor signs out, after the farewell', async () => {
    const { session, settled, holdsPassword } = await signedIn();
    const held: boolean[] = [];
    await settled(
      session.end(() => {
        held.push(holdsPassword());
        return Promise.resolve();
      }),
    );
    expect([...held, holdsPassword()]).toEqual([true, false]);
  });
});
