import { describe, expect, it } from 'vitest';
import { done } from '../../../main/base/result';
import { recordActs } from '../../../main/ipc/recorded-acts';
import type { Handlers, IpcCaller } from '../../../main/ipc/router';
import { commandNames } from '../../../preload/contract/channels';

const caller: IpcCaller = { isTrusted: true, windowId: 7 };

/** Handlers that note when they run, and a recorder that notes what it records, in one order. */
function setUp() {
  const seen: unknown[] = [];
  const run = (name: string) => () => {
    seen.push(name);
    return Promise.resolve(done);
  };
  const handlers = Object.fromEntries(commandNames.map((name) => [name, run(name)])) as unknown as Handlers;
  const recorded = recordActs(handlers, {
    chatOpened: (chatId) => seen.push({ chatOpened: chatId }),
    acknowledged: (chatId, rules) => seen.push({ acknowledged: chatId, rules }),
    unacknowledged: (chatId) => seen.push({ unacknowledged: chatId }),
    message: (message) => seen.push(message),
  });
  return { recorded, seen };
}

describe('recordActs', () => {
  it.each([
    ['chats.sendToEveryone', 'everyone'],
    ['chats.sendToAgents', 'agents'],
    ['chats.sendNoticeToEveryone', 'everyone'],
    ['chats.sendNoticeToAgents', 'agents'],
  ] as const)('records for whom %s is meant, without its text, before it is sent', async (name, to) => {
    const { recorded, seen } = setUp();
    const message = { requestId: 'r1', chatId: 'c1', composedIn: 'bargeIn', readers: ['p1'] };
    await recorded[name]({ ...message, text: 'hello', draft: null } as never, caller);
    expect(seen).toEqual([{ ...message, to, textLength: 5 }, name]);
  });

  it('records what is acknowledged and shown again', async () => {
    const { recorded, seen } = setUp();
    await recorded['attention.acknowledge']({ chatId: 'c1', rules: ['agentSilent'] }, caller);
    await recorded['attention.unacknowledge']({ chatId: 'c1' }, caller);
    expect(seen).toEqual([
      { acknowledged: 'c1', rules: ['agentSilent'] },
      'attention.acknowledge',
      { unacknowledged: 'c1' },
      'attention.unacknowledge',
    ]);
  });

  it('records the chat that is opened, and nothing when none is', async () => {
    const { recorded, seen } = setUp();
    await recorded['window.setActiveChat']({ chatId: 'c1' }, caller);
    await recorded['window.setActiveChat']({ chatId: null }, caller);
    expect(seen).toEqual([{ chatOpened: 'c1' }, 'window.setActiveChat', 'window.setActiveChat']);
  });
});
