import { describe, expect, it } from 'vitest';
import { FakeConsole } from '../../../support/gws/fake-console';

const chat = { id: 'c1', medium: 'chat' } as const;
const message = { text: 'hello' };

describe('a request during a session', () => {
  it('carries the newest token', async () => {
    const console = await new FakeConsole().goLive();
    await console.genesys.operate('sendToEveryone', chat, message);
    expect(console.server.seen.findLast((request) => request.operation === 'SendMessage')?.token).toMatch(/^token-/);
  });

  it('is repeated once with a new token after its token was refused, and executed once', async () => {
    const console = await new FakeConsole().goLive();
    console.server.expireToken();
    expect(await console.genesys.operate('sendToEveryone', chat, message)).toEqual({ ok: true, value: null });
    expect(console.server.count('SendMessage')).toBe(1);
    expect(console.server.credentialAttempts()).toBe(1);
  });

  it('is repeated once after the session was restored; concurrent requests restore it once', async () => {
    const console = await new FakeConsole().goLive();
    console.server.expireSession();
    const results = Promise.all([1, 2, 3, 4].map(() => console.genesys.operate('sendToEveryone', chat, message)));
    await console.pass(0);
    expect(await results).toEqual([1, 2, 3, 4].map(() => ({ ok: true, value: null })));
    expect(console.server.count('SendMessage')).toBe(4);
    expect(console.server.credentialAttempts()).toBe(2);
    // The own channels were unknown, so none is logged in.
    expect(console.server.count('StartContactCenterSession')).toBe(0);
  });

  it.each([
    ['the reply was lost', { failure: 'reset' as const, isExecuted: true }],
    ['nobody knows whether it arrived', { failure: 'reset' as const }],
    ['a gateway gave up', { answer: { status: 504, body: '<html>Gateway Timeout</html>' } }],
    ['the answer was cut off', { answer: { body: '{"statusCo' } }],
    ['the server has not finished', { answer: { body: { statusCode: 9 } } }],
  ])('is never repeated when %s', async (_what, fault) => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('SendMessage', fault);
    expect(await console.genesys.operate('sendToEveryone', chat, message)).toEqual({
      ok: false,
      error: { code: 'command.outcomeUnknown' },
    });
    expect(console.server.seen.filter((request) => request.operation === 'SendMessage')).toHaveLength(1);
  });

  it('has an unknown outcome when no response arrives', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('SendMessage', { hang: true });
    const sending = console.genesys.operate('sendToEveryone', chat, message);
    await console.pass(10_000);
    expect(await sending).toEqual({ ok: false, error: { code: 'command.outcomeUnknown' } });
  });

  it.each([
    ['server.refused', { failure: 'refused' as const, isCertainlyNotSent: true }],
    ['command.forbidden', { answer: { body: { statusCode: 3, statusMessage: 'Operation forbidden' } } }],
    ['command.forbidden', { answer: { status: 403, body: { statusCode: 5, statusMessage: 'No permission' } } }],
    ['command.notFound', { answer: { status: 404, body: { statusCode: 6, statusMessage: 'Resource not found' } } }],
    ['command.refused', { answer: { body: { statusCode: 2, statusMessage: 'Invalid for this state' } } }],
    ['command.partlyDone', { answer: { body: { statusCode: 7, statusMessage: 'Half of it' } } }],
    ['server.fault', { answer: { status: 500, body: { statusCode: 4, statusMessage: 'Internal error' } } }],
    ['server.busy', { answer: { status: 503, headers: { 'retry-after': '7' } } }],
  ])('returns %s for %o', async (code, fault) => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('SendMessage', fault);
    expect(await console.genesys.operate('sendToEveryone', chat, message)).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('accepts the documented odd forms of success', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapOperation('Reject', { answer: { body: { status: 0 } } });
    console.server.trapOperation('Reject', { answer: { body: '' } });
    expect(await console.genesys.operate('reject', { id: 'c', medium: 'chat' }, {})).toEqual({ ok: true, value: null });
    expect(await console.genesys.operate('reject', { id: 'c', medium: 'chat' }, {})).toEqual({ ok: true, value: null });
  });
});

describe('a lost session', () => {
  it('is restored by call use of the credentials; the floor is notified once live again', async () => {
    const console = await new FakeConsole().goLive();
    const mark = console.sink.mark();
    console.server.expireSession();
    console.server.bayeux.wakePolls();
    await console.pass(3_000);
    expect(console.sink.isLive).toBe(true);
    const calls = console.sink.since(mark);
    expect(calls.filter((call) => call.what === 'renewed')).toHaveLength(1);
    const live = calls.findIndex((call) => call.what === 'connection' && call.connection.phase === 'live');
    expect(calls.findIndex((call) => call.what === 'renewed')).toBeGreaterThan(live);
    expect(console.server.credentialAttempts()).toBe(2);
    expect(calls).toContainEqual(expect.objectContaining({ what: 'reading', mayHaveMissedEvents: true }));
  });

  it('is reported to the floor if lost before the first live state, since its watches are lost too', async () => {
    const console = new FakeConsole();
    console.server.trap('subresources=*', { failure: 'reset' });
    await console.signIn();
    console.server.expireSession();
    await console.pass(10_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.server.credentialAttempts()).toBe(2);
    expect(console.sink.phases.filter((phase) => phase.startsWith('live'))).toHaveLength(1);
    expect(console.sink.calls.filter((call) => call.what === 'renewed')).toHaveLength(1);
  });

  it('is not reported to the floor when none was lost', async () => {
    const console = new FakeConsole();
    console.server.trap('subresources=*', { failure: 'reset' });
    await console.signIn();
    console.server.bayeux.forgetSessions();
    await console.pass(10_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.sink.calls).not.toContainEqual({ what: 'renewed' });
  });

  it('requires a sign-in after call refused attempt, however often it is needed', async () => {
    const console = await new FakeConsole().goLive();
    console.server.password = 'changed by an administrator';
    console.server.expireSession();
    console.server.bayeux.wakePolls();
    await console.genesys.operate('sendToEveryone', chat, message);
    await console.pass(600_000);
    expect(console.server.credentialAttempts()).toBe(2);
    expect(console.sink.calls.filter((call) => call.what === 'ended')).toEqual([
      { what: 'ended', reason: 'credentialsRefused' },
    ]);
    expect(console.sink.connection).toMatchObject({ phase: 'signedOut', reason: 'credentialsRefused' });
    expect(await console.genesys.operate('sendToEveryone', chat, message)).toMatchObject({
      error: { code: 'session.signedOut' },
    });
    expect(console.genesys.self()).toBeNull();
    expect(console.server.isForgotten).toBe(true);
  });

  it('counts an attempt without a response, checks the cookie, and does not send the password twice', async () => {
    const console = await new FakeConsole().goLive();
    console.server.expireSession();
    console.server.trapWhere((request) => request.headers['Authorization'] !== undefined, { failure: 'reset' });
    console.server.bayeux.wakePolls();
    await console.pass(60_000);
    expect(console.server.credentialAttempts()).toBe(2);
    expect(console.sink.calls).toContainEqual({ what: 'ended', reason: 'signInExpired' });
  });

  it('adopts the session of an attempt whose response was lost', async () => {
    const console = await new FakeConsole().goLive();
    console.server.expireSession();
    console.server.trapWhere((request) => request.headers['Authorization'] !== undefined, {
      failure: 'reset',
      isExecuted: true,
    });
    console.server.bayeux.wakePolls();
    await console.pass(10_000);
    expect(console.sink.isLive).toBe(true);
    expect(console.server.credentialAttempts()).toBe(2);
    expect(console.sink.calls).toContainEqual({ what: 'renewed' });
  });

  it('sends no credentials to a foreign server', async () => {
    const console = await new FakeConsole().goLive();
    console.server.expireSession();
    console.server.trap('/diagnostics/version', { answer: { body: '<html>Please accept our terms</html>' } }, 100);
    console.server.bayeux.wakePolls();
    await console.pass(30_000);
    expect(console.server.credentialAttempts()).toBe(1);
    console.server.clearTraps();
    await console.pass(60_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('does not loop with a server that drops every session it grants', async () => {
    const console = await new FakeConsole().goLive();
    for (let round = 0; round < 20; round += 1) {
      console.server.expireSession();
      console.server.bayeux.wakePolls();
      await console.pass(1_000);
    }
    expect(console.server.credentialAttempts()).toBeLessThanOrEqual(4);
    expect(console.sink.calls).toContainEqual({ what: 'ended', reason: 'signInExpired' });
  });
});

describe('signing out', () => {
  it('closes the stream, then the session, and keeps nothing', async () => {
    const console = await new FakeConsole().goLive();
    const leaving = console.genesys.signOut();
    await console.pass(0);
    await leaving;
    const operations = console.server.seen.map((request) => request.operation);
    expect(operations.slice(-2)).toEqual(['/meta/disconnect', 'EndContactCenterSession']);
    expect(console.server.bayeux.sessions.size).toBe(0);
    expect(console.server.isForgotten).toBe(true);
    const asked = console.server.seen.length;
    await console.pass(600_000);
    expect(console.server.seen).toHaveLength(asked);
    expect(console.clock.waiting).toEqual([]);
  });

  it('resolves even if the server does not respond', async () => {
    const console = await new FakeConsole().goLive();
    console.server.trapWhere(() => true, { hang: true }, 100);
    const leaving = console.genesys.signOut();
    await console.pass(10_000);
    await leaving;
    expect(console.sink.connection).toMatchObject({ phase: 'signedOut', reason: 'signedOutByUser' });
    expect(console.server.isForgotten).toBe(true);
  });

  it('logs no credentials, tokens or contents', async () => {
    const console = await new FakeConsole().goLive();
    console.server.expireSession();
    console.server.bayeux.publish({ odd: 'PRIVATE WORDS' });
    await console.genesys.operate('sendToEveryone', { id: 'c1', medium: 'chat' }, { text: 'PRIVATE WORDS' });
    await console.pass(10_000);
    expect(console.log.lines.length).toBeGreaterThan(0);
    for (const canary of ['secret', 'Basic', 'token-', 'PRIVATE', Buffer.from('sam:secret').toString('base64')]) {
      expect(console.log.text).not.toContain(canary);
    }
  });
});
