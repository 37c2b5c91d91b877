import { describe, expect, it } from 'vitest';
import { FakeConsole } from '../../../support/gws/fake-console';
import { customer } from '../../../support/gws/new-message';

const person = (id: string, state: string | null = 'Ready') => ({
  id,
  type: 'User',
  userName: id,
  firstName: 'A',
  lastName: id,
  ...(state === null
    ? {}
    : { availability: { channels: [{ channel: 'chat', userState: { state, displayName: state } }] } }),
});

const chatting = (id: string) => ({ id, state: 'Chatting', participants: [customer] });
const read = (chatId: string) => ({ chatId, medium: 'chat', customerName: 'Robin', startedAt: null });
const crowd = (count: number) => Array.from({ length: count }, (_, at) => `a${at}`);

const asked = (console: FakeConsole, path: string | RegExp): readonly string[] =>
  console.server.seen
    .map((one) => one.path)
    .filter((one) => (typeof path === 'string' ? one.startsWith(path) : path.test(one)));

const floor = (ids: readonly string[]): FakeConsole => {
  const console = new FakeConsole();
  console.server.contacts = ids.map((id) => person(id));
  console.server.agentChats = Object.fromEntries(ids.map((id) => [id, [chatting(`c-${id}`)]]));
  return console;
};

describe('the directory', () => {
  it('is read page by page, without the supervisor, rarely while no screen shows agents', async () => {
    const console = floor(['u1', ...crowd(249)]);
    await console.goLive();
    await console.pass(5_000);
    expect(console.sink.agents).toHaveLength(249);
    const before = asked(console, '/contacts').length;
    await console.pass(600_000);
    // Three pages each time.
    expect(asked(console, '/contacts').length - before).toBeLessThanOrEqual(3 * 6);
    expect(asked(console, '/contacts').length - before).toBeGreaterThanOrEqual(3 * 4);
    expect(asked(console, '/users')).toEqual([]);
  });

  it('is read often while a screen shows agents, and rarely afterwards', async () => {
    const console = floor(crowd(10));
    await console.goLive();
    console.genesys.lookAt(crowd(10));
    await console.pass(60_000);
    const seen = asked(console, '/contacts').length;
    expect(seen).toBeGreaterThanOrEqual(6);
    console.genesys.lookAt(null);
    await console.pass(10_000);
    const before = asked(console, /^\/(contacts|users)/).length;
    await console.pass(120_000);
    expect(asked(console, /^\/(contacts|users)/).length - before).toBeLessThanOrEqual(4);
  });

  it('is not read while a busy server asks to wait', async () => {
    const console = floor(crowd(3));
    console.server.trap(/^\/contacts/, { answer: { status: 503, headers: { 'retry-after': '60' } } });
    await console.goLive();
    console.genesys.lookAt(crowd(3));
    await console.pass(59_000);
    expect(asked(console, '/contacts')).toHaveLength(1);
    await console.pass(20_000);
    expect(asked(console, '/contacts').length).toBeGreaterThan(1);
  });

  it('reports when it was last read', async () => {
    const console = floor(crowd(3));
    await console.goLive();
    await console.pass(1_000);
    expect(console.sink.agents).toHaveLength(3);
    expect(console.sink.agents.map(({ chats }) => chats)).toEqual([null, null, null]);
  });
});

describe('the chats of agents', () => {
  it('are read only for visible agents who are signed in', async () => {
    const console = floor(crowd(4));
    console.server.contacts = [person('a0'), person('a1', 'NotReady'), person('a2', null), person('a3')];
    await console.goLive();
    console.genesys.lookAt(['a0', 'a1', 'a2']);
    await console.pass(10_000);
    expect(console.sink.agents.map(({ id, presence, chats }) => [id, presence, chats])).toEqual([
      ['a0', 'ready', [read('c-a0')]],
      // Not ready is not signed out.
      ['a1', 'notReady', [read('c-a1')]],
      ['a2', 'loggedOut', []],
      ['a3', 'ready', null],
    ]);
    expect(new Set(asked(console, /^\/users\/[^/]+\/chats/))).toEqual(
      new Set(['/users/a0/chats?fields=*', '/users/a1/chats?fields=*']),
    );
  });

  it.each([
    ['inLists', /^\/users\?/, /^\/users\//],
    ['inUsers', /^\/users\/a\d+\?/, /^\/users\/a\d+\/chats/],
  ] as const)('are read in the cheaper way of a server that embeds them %s', async (embedsChats, cheaper, dearer) => {
    const console = floor(crowd(8));
    console.server.embedsChats = embedsChats;
    await console.goLive();
    console.genesys.lookAt(crowd(8));
    await console.pass(30_000);
    expect(console.sink.agents.map(({ chats }) => chats)).toEqual(crowd(8).map((id) => [read(`c-${id}`)]));
    expect(asked(console, cheaper).length).toBeGreaterThan(1);
    expect(asked(console, dearer)).toEqual([]);
  });

  it('try the cheaper ways once when the server lacks them, for the chats of all agents', async () => {
    const console = floor(crowd(8));
    await console.goLive();
    console.genesys.lookAt(crowd(8));
    await console.pass(60_000);
    expect(asked(console, /^\/users\?/)).toHaveLength(1);
    expect(asked(console, /^\/users\/[^/]+\?/)).toHaveLength(1);
    expect(console.sink.agents.map(({ chats }) => chats)).toEqual(crowd(8).map((id) => [read(`c-${id}`)]));
  });

  it('are not read when the server does not report them', async () => {
    const console = floor(crowd(3));
    console.server.agentChats = null;
    await console.goLive();
    console.genesys.lookAt(crowd(3));
    await console.pass(60_000);
    expect(console.sink.agents.map(({ chats }) => chats)).toEqual([null, null, null]);
    expect(asked(console, '/users').length).toBeLessThanOrEqual(3);
  });

  it('are read once for each agent before any is read twice, and unknown for one never read', async () => {
    const ids = crowd(35);
    const console = floor(ids);
    await console.goLive();
    console.genesys.lookAt(ids);
    await console.pass(20_000);
    const chatsRead = (): readonly string[] =>
      asked(console, /^\/users\/[^/]+\/chats/).map((path) => /^\/users\/([^/]+)/.exec(path)?.[1] ?? '');
    const early = chatsRead();
    expect(early.length).toBeLessThan(ids.length);
    const unread = ids.filter((id) => !early.includes(id));
    expect(unread.length).toBeGreaterThan(0);
    const known = new Map(console.sink.agents.map(({ id, chats }) => [id, chats]));
    for (const id of unread) expect(known.get(id)).toBeNull();
    await console.pass(60_000);
    expect(new Set(chatsRead().slice(0, ids.length)).size).toBe(ids.length);
    // Single agents at a fixed rate, however many are visible.
    expect(chatsRead().length).toBeLessThanOrEqual(10 + 80_000 / 2_000);
  });

  it('are unknown when they were read too long ago', async () => {
    const console = floor(crowd(2));
    await console.goLive();
    console.genesys.lookAt(crowd(2));
    await console.pass(5_000);
    console.genesys.lookAt(null);
    await console.pass(60_000);
    expect(console.sink.agents.map(({ chats }) => chats?.length)).toEqual([1, 1]);
    await console.pass(180_000);
    expect(console.sink.agents.map(({ chats }) => chats)).toEqual([null, null]);
  });

  it('are read once more when an agent signs out, and published as their last', async () => {
    const console = floor(crowd(2));
    await console.goLive();
    await console.pass(1_000);
    expect(asked(console, '/users')).toEqual([]);
    const mark = console.sink.calls.length;
    console.server.contacts = [person('a0'), person('a1', null)];
    await console.pass(45_000);
    const updates = console.sink.calls
      .slice(mark)
      .flatMap((call) => (call.what === 'agents' ? [call.agents.find(({ id }) => id === 'a1')] : []));
    const left = updates.findIndex((agent) => agent?.presence === 'loggedOut');
    expect(updates[left - 1]).toMatchObject({ presence: 'ready', chats: [read('c-a1')] });
    expect(updates[left]).toMatchObject({ presence: 'loggedOut', chats: [] });
    expect(asked(console, /^\/users\/a1\/chats/)).toHaveLength(1);
  });

  it('are followed after an agent signs out until none is left, so that a transferred chat is detected', async () => {
    const console = floor(crowd(2));
    await console.goLive();
    console.server.contacts = [person('a0'), person('a1', null)];
    await console.pass(45_000);
    const a1 = () => console.sink.agents.find(({ id }) => id === 'a1');
    expect(a1()).toMatchObject({ presence: 'loggedOut', leftBehind: [read('c-a1')] });
    console.server.agentChats = { a0: [chatting('c-a0'), chatting('c-a1')], a1: [] };
    await console.pass(45_000);
    expect(a1()).toMatchObject({ leftBehind: [] });
    const before = asked(console, '/users').length;
    await console.pass(300_000);
    expect(asked(console, '/users')).toHaveLength(before);
  });

  it('are known only for agents read since they signed out together, a few per round', async () => {
    const console = floor(crowd(25));
    await console.goLive();
    console.genesys.lookAt(crowd(25));
    await console.pass(20_000);
    console.genesys.lookAt(null);
    console.server.agentChats = Object.fromEntries(crowd(25).map((id) => [id, []]));
    console.server.contacts = crowd(25).map((id) => person(id, null));
    const mark = console.sink.calls.length;
    await console.pass(45_000);
    const claimed = console.sink.calls
      .slice(mark)
      .flatMap((call) => (call.what === 'agents' ? call.agents : []))
      .flatMap(({ chats }) => chats ?? []);
    expect(claimed).toEqual([]);
    const known = () => console.sink.agents.filter(({ leftBehind }) => leftBehind !== undefined).length;
    expect(known()).toBe(10);
    await console.pass(90_000);
    expect(known()).toBe(25);
  });

  it('are corrected without a read by a notification that names the agents in a chat', async () => {
    const console = floor(crowd(2));
    await console.goLive();
    console.genesys.lookAt(crowd(2));
    await console.pass(9_000);
    const before = asked(console, '/users').length;
    console.server.bayeux.publish({
      messageType: 'ChatStateChangeMessage',
      notificationType: 'ParticipantsUpdated',
      chat: {
        id: 'c-a0',
        state: 'Chatting',
        participants: [
          customer,
          { participantId: 'p2', type: 'Agent', nickname: 'A', uri: 'https://x/api/v2/users/a1', visibility: 'All' },
        ],
      },
    });
    await console.pass(500);
    expect(asked(console, '/users')).toHaveLength(before);
    expect(console.sink.agents.map(({ chats }) => chats?.map(({ chatId }) => chatId))).toEqual([[], ['c-a1', 'c-a0']]);
  });
});

describe('an agent whose chats were not read', () => {
  const shown = (console: FakeConsole, id: string) => {
    const agent = console.sink.agents.find((one) => one.id === id);
    return [agent?.chats, agent?.chatsNotReadYet];
  };
  const isAbout =
    (id: string) =>
    ({ url }: { readonly url: string }): boolean =>
      url.includes('/users') && !url.includes('/users?') && url.includes(`/users/${id}`);

  it('is published as not read yet, never as without chats', async () => {
    const console = floor(crowd(3));
    await console.goLive();
    await console.pass(5_000);
    expect(shown(console, 'a1')).toEqual([null, true]);
  });

  it('differs from the others when the server refuses one of them', async () => {
    const console = floor(crowd(3));
    console.server.trapWhere(isAbout('a1'), { answer: { status: 503 } }, Number.POSITIVE_INFINITY);
    await console.goLive();
    console.genesys.lookAt(crowd(3));
    await console.pass(20_000);
    expect(shown(console, 'a0')).toEqual([[read('c-a0')], undefined]);
    expect(shown(console, 'a1')).toEqual([null, true]);
    console.server.clearTraps();
    await console.pass(60_000);
    expect(shown(console, 'a1')).toEqual([[read('c-a1')], undefined]);
  });

  it('differs from an agent of a server that does not report chats', async () => {
    const console = floor(crowd(3));
    console.server.agentChats = null;
    await console.goLive();
    console.genesys.lookAt(crowd(3));
    await console.pass(20_000);
    expect(shown(console, 'a1')).toEqual([null, undefined]);
  });

  it('is among 2,001 agents until its turn comes', async () => {
    const console = floor(crowd(2_001));
    await console.goLive();
    console.genesys.lookAt(crowd(20));
    await console.pass(30_000);
    expect(console.sink.agents).toHaveLength(2_001);
    for (const { id, chats, chatsNotReadYet } of console.sink.agents) {
      if (chats === null) expect([id, chatsNotReadYet]).toEqual([id, true]);
      else expect([id, chats]).toEqual([id, [read(`c-${id}`)]]);
    }
    expect(console.sink.agents.some(({ chatsNotReadYet }) => chatsNotReadYet === true)).toBe(true);
  });
});
