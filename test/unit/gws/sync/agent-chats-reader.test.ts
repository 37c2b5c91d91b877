import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../main/base/result';
import type { RestClient } from '../../../../main/gws/api/rest-client';
import { AvailableMedia } from '../../../../main/gws/media';
import { AgentChatsCache } from '../../../../main/gws/sync/agent-chats-cache';
import { AgentChatsReader } from '../../../../main/gws/sync/agent-chats-reader';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import { QuietLog } from '../../../support/gws/quiet-log';

type Read = 'page' | 'whole' | 'single';
const chat = { id: 'c', state: 'Chatting', participants: [] };
const bodies: Readonly<Record<Read, unknown>> = {
  page: { users: [{ id: 'ada', chats: [chat] }, { id: 'ben' }] },
  whole: { user: { id: 'ada', chats: [chat] } },
  single: { chats: [chat] },
};

function readOf(path: string): Read {
  if (path.startsWith('/users?')) return 'page';
  return path.includes('/chats?') ? 'single' : 'whole';
}

/** A reader at a server that has these reads and fails the others so. */
function bench(served: readonly Read[], code: 'command.notFound' | 'server.busy' = 'command.notFound') {
  const has = new Set(served);
  const asked: Read[] = [];
  const caller: RestClient = ({ path }) => {
    const read = readOf(path);
    asked.push(read);
    return Promise.resolve(has.has(read) ? succeed(bodies[read]) : fail(code));
  };
  const cache = new AgentChatsCache();
  const quarantine = createQuarantine(new QuietLog().for('test'));
  const reader = new AgentChatsReader({ cache, now: () => 7, media: new AvailableMedia(), quarantine });
  const idsOf = (agentId: string) => cache.chatsOf(agentId, 7)?.map(({ chatId }) => chatId) ?? null;
  return { has, asked, caller, cache, reader, quarantine, idsOf };
}

describe('AgentChatsReader', () => {
  it('knows nothing of a server before it asked', () => {
    const { reader } = bench([]);
    expect([reader.isSupported, reader.mayReadPages, reader.requestsPerAgent]).toEqual([null, true, 2]);
  });

  it('reads a page, in which a user without chats has none', async () => {
    const { reader, caller, quarantine, idsOf } = bench(['page']);
    expect(await reader.readPage(caller, 0)).toBeNull();
    expect(quarantine.counts()).toEqual({});
    expect([idsOf('ada'), idsOf('ben'), reader.isSupported, reader.mayReadPages]).toEqual([['c'], [], true, true]);
  });

  it('reads no pages from a server that lacks them, until that is considered again', async () => {
    const { reader, caller } = bench([]);
    expect(await reader.readPage(caller, 0)).toEqual({ code: 'command.notFound' });
    expect(reader.mayReadPages).toBe(false);
    reader.reconsider();
    expect(reader.mayReadPages).toBe(true);
  });

  it.each<readonly [string, readonly Read[], readonly Read[], number]>([
    ['in one request where the server has it', ['whole', 'single'], ['whole', 'whole'], 1],
    ['by medium where it has not', ['single'], ['whole', 'single', 'single'], 1],
  ])('reads an agent %s', async (_how, served, expected, requestsPerAgent) => {
    const { reader, caller, asked, idsOf } = bench(served);
    expect([await reader.readAgent(caller, 'ada'), await reader.readAgent(caller, 'ada')]).toEqual([null, null]);
    expect([asked, idsOf('ada'), reader.isSupported]).toEqual([expected, ['c'], true]);
    expect(reader.requestsPerAgent).toBe(requestsPerAgent);
  });

  it('asks a server without any of these reads once', async () => {
    const { reader, caller, asked, cache } = bench([]);
    expect(await reader.readAgent(caller, 'ada')).toEqual({ code: 'command.notFound' });
    expect([reader.isSupported, reader.requestsPerAgent]).toEqual([false, 0]);
    expect(await reader.readAgent(caller, 'ada')).toBeNull();
    expect([asked, cache.readAt('ada'), cache.notAttemptedSince(['ada'], 6)]).toEqual([['whole', 'single'], null, []]);
  });

  it('says what failed and asks the same again later, when the server is only busy', async () => {
    const { reader, caller, asked, has } = bench([], 'server.busy');
    expect(await reader.readAgent(caller, 'ada')).toEqual({ code: 'server.busy' });
    expect([asked, reader.isSupported]).toEqual([['whole'], null]);
    has.add('whole');
    expect(await reader.readAgent(caller, 'ada')).toBeNull();
    expect(reader.isSupported).toBe(true);
  });

  it('says that an agent is unknown to a server that has the read', async () => {
    const { reader, caller, has, asked } = bench(['whole']);
    await reader.readAgent(caller, 'ada');
    has.clear();
    expect(await reader.readAgent(caller, 'eve')).toEqual({ code: 'command.notFound' });
    expect(asked).toEqual(['whole', 'whole']);
  });

  it('does not know what a server has that lacks one read and was too busy for the other', async () => {
    const { reader } = bench([]);
    const caller: RestClient = ({ path }) =>
      Promise.resolve(fail(readOf(path) === 'whole' ? 'command.notFound' : 'server.busy'));
    await reader.readAgent(caller, 'ada');
    expect(reader.isSupported).toBeNull();
  });
});
