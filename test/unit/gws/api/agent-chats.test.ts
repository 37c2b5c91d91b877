import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../main/base/result';
import { readAgentChats, readAgentWhole, readUsersPage } from '../../../../main/gws/api/agent-chats';
import type { RestClient } from '../../../../main/gws/api/rest-client';

/** A server that responds to everything so, and what it was asked. */
function serverWith(body: unknown) {
  const asked: unknown[] = [];
  const caller: RestClient = (request) => {
    asked.push(request);
    return Promise.resolve(succeed(body));
  };
  return { asked, caller };
}
const refusing: RestClient = () => Promise.resolve(fail('server.busy'));
const notFound = { ok: false, error: { code: 'command.notFound' } };
const busy = { ok: false, error: { code: 'server.busy' } };

describe('readAgentChats', () => {
  it('reads one medium of one agent', async () => {
    const { asked, caller } = serverWith({ chats: [{ id: 'c' }] });
    expect(await readAgentChats(caller, 'a/1', 'chat')).toEqual({ ok: true, value: [{ id: 'c' }] });
    expect(asked).toEqual([{ method: 'GET', path: '/users/a%2F1/chats?fields=*', timeoutMs: 8_000 }]);
  });

  it('says that a server without this read has none, and passes on an error', async () => {
    expect(await readAgentChats(serverWith({ hello: 1 }).caller, 'a', 'chat')).toEqual(notFound);
    expect(await readAgentChats(refusing, 'a', 'chat')).toEqual(busy);
  });
});

describe('readAgentWhole', () => {
  it('reads all media of one agent, and leaves out those the server does not report', async () => {
    const { asked, caller } = serverWith({ user: { chats: [] } });
    expect(await readAgentWhole(caller, 'a/1', ['chat', 'sms'])).toEqual({ ok: true, value: { chat: [] } });
    const path = '/users/a%2F1?subresources=chats,smssessions';
    expect(asked).toEqual([{ method: 'GET', path, timeoutMs: 8_000 }]);
  });

  it('says that a server that embeds none has none, and passes on an error', async () => {
    expect(await readAgentWhole(serverWith({ user: {} }).caller, 'a', ['chat'])).toEqual(notFound);
    expect(await readAgentWhole(refusing, 'a', ['chat'])).toEqual(busy);
  });
});

describe('readUsersPage', () => {
  const read = (users: unknown) => readUsersPage(serverWith({ users }).caller, ['chat'], 0);

  it('reads a hundred users from there on', async () => {
    const { asked, caller } = serverWith({ users: [] });
    expect(await readUsersPage(caller, ['chat'], 200)).toEqual({ ok: true, value: new Map() });
    const path = '/users?fields=*&subresources=chats&offset=200&limit=100';
    expect(asked).toEqual([{ method: 'GET', path, timeoutMs: 8_000 }]);
  });

  it('knows users by their id or their address, and leaves out those without one', async () => {
    const users = [
      { id: 'a', chats: [{ id: 'c' }] },
      { id: 'b' },
      { id: '', path: '/users/c', chats: [] },
      { id: 7, uri: 'https://gws.test/api/v2/users/d', chats: [] },
      { chats: [] },
    ];
    expect(await read(users)).toEqual({
      ok: true,
      value: new Map<string, object>([
        ['a', { chat: [{ id: 'c' }] }],
        ['b', {}],
        ['c', { chat: [] }],
        ['d', { chat: [] }],
      ]),
    });
  });

  it('says that a server that embeds no chats has none, and passes on an error', async () => {
    expect([await read([{ id: 'a' }, { id: 'b' }]), await read(7)]).toEqual([notFound, notFound]);
    expect(await readUsersPage(refusing, ['chat'], 0)).toEqual(busy);
  });
});
