import { afterEach, describe, expect, it } from 'vitest';
import { openPracticeConsole, supervisor, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let client: PracticeConsole;
afterEach(() => client.close());

const agent = () => client.floor.control.people().find((person) => !person.isSupervisor)!;
const watch = () =>
  client.genesys.watch({ agentId: agent().id, medium: 'chat', mode: 'monitor', scope: 'allChats', nickname: '' });
const executed = (operation: string) =>
  client.floor.control.requests().filter((request) => request.operation === operation).length;

describe('a lost session', () => {
  it.each([
    ['refuses for want of credentials', {}],
    ['refuses for want of a token first', { expiredWriteAnswersCsrf: true }],
    ['has no token at all', { csrf: false }],
  ])('does not lose the command that detected it, when the server %s', async (_how, quirks) => {
    client = await openPracticeConsole({ quirks });
    await client.goLive();
    client.floor.control.forgetSessions();
    expect(await watch()).toEqual({ ok: true, value: null });
    expect(client.floor.control.watches()).toHaveLength(1);
    await until('renewed', () => client.sink.calls.some((call) => call.what === 'renewed'));
    expect(client.sink.isLive).toBe(true);
  });

  it('needs no new session when only the token is stale', async () => {
    client = await openPracticeConsole();
    await client.goLive();
    client.floor.control.expireCsrf();
    expect(await watch()).toEqual({ ok: true, value: null });
    expect(client.floor.control.watches()).toHaveLength(1);
    expect(executed('StartContactCenterSession')).toBe(0);
    expect(client.sink.calls.some((call) => call.what === 'renewed')).toBe(false);
  });
});

describe('a command whose response is lost', () => {
  it('is executed once, not repeated, and has an unknown outcome', async () => {
    client = await openPracticeConsole();
    await client.goLive();
    client.floor.control.injectFault({ kind: 'dropReply', on: 'rest', operation: 'Monitor', times: 1 });
    expect(await watch()).toEqual({ ok: false, error: { code: 'command.outcomeUnknown' } });
    expect(executed('Monitor')).toBe(1);
    expect(client.floor.control.watches()).toHaveLength(1);
  });
});

describe('signing in over real sockets', () => {
  it('reports a wrong password', async () => {
    client = await openPracticeConsole();
    expect(await client.genesys.signIn({ ...supervisor, password: 'guess' })).toEqual({
      ok: false,
      error: { code: 'session.credentials' },
    });
  });

  it('reports to an agent that only supervisors may sign in', async () => {
    client = await openPracticeConsole();
    const result = await client.genesys.signIn({ userName: agent().userName, password: 'practice' });
    expect(result).toEqual({ ok: false, error: { code: 'session.notSupervisor' } });
  });

  it('reports an address without a server', async () => {
    client = await openPracticeConsole();
    await client.floor.stop();
    expect(await client.genesys.signIn(supervisor)).toEqual({ ok: false, error: { code: 'server.refused' } });
  });
});
