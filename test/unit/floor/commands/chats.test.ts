import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import type { ChatUpdate } from '../../../../main/floor/events';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';

const chat = { requestId: 'r-1', chatId: 'chat-1' };
const invited: ChatUpdate = {
  chatId: 'chat-1',
  state: 'invited',
  allowedActions: ['accept', 'reject'],
  participants: [],
};
const report = (bench: CommandBench, chat: ChatUpdate): void => bench.floorStore.applyEvents([chatUpdated(chat)]);

describe('joining a chat', () => {
  it('requests an intrusion and settles with the invitation', async () => {
    const bench = new CommandBench();
    const request = { ...chat, agentId: 'user-ada', mode: 'coach' } as const;
    expect(await bench.commands['chats.intrude'](request)).toEqual(done);
    expect(bench.centre.asked).toEqual([
      { what: 'intrude', request: { agentId: 'user-ada', chatId: 'chat-1', mode: 'coach' } },
    ]);
    report(bench, invited);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
    expect(bench.floorStore.chat('chat-1')?.agentId).toBe('user-ada');
  });

  it('can be repeated right after leaving', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()), chatUpdated({ chatId: 'chat-1', state: 'finished' }));
    await bench.commands['chats.intrude']({ ...chat, agentId: 'user-ada', mode: 'monitor' });
    report(bench, invited);
    expect([bench.floorStore.chat('chat-1')?.state, bench.story('r-1').at(-1)]).toEqual(['invited', 'settled']);
  });

  it('resyncs on an event that may be older than the known state', () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    report(bench, activeChat('agents'));
    expect(bench.centre.resynchronisations).toBe(0);
    report(bench, invited);
    expect(bench.floorStore.chat('chat-1')?.state).toBe('active');
    expect(bench.centre.resynchronisations).toBe(1);
  });

  it('is not possible in a joined chat', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    const request = { ...chat, agentId: 'user-ada', mode: 'monitor' } as const;
    expect(await bench.commands['chats.intrude'](request)).toEqual(fail('command.notOffered'));
  });

  it('accepts an invitation and settles when the chat is joined', async () => {
    const bench = new CommandBench(chatUpdated(invited));
    expect(await bench.commands['chats.accept'](chat)).toEqual(done);
    report(bench, activeChat('agents'));
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it('fails when the join failed or the chat was taken away', async () => {
    const failed = new CommandBench(chatUpdated(invited));
    await failed.commands['chats.accept'](chat);
    report(failed, { chatId: 'chat-1', state: 'joinFailed' });
    const gone = new CommandBench(chatUpdated(invited));
    await gone.commands['chats.accept'](chat);
    report(gone, { chatId: 'chat-1', state: 'revoked' });
    expect([failed.story('r-1').at(-1), gone.story('r-1').at(-1)]).toEqual(['command.refused', 'command.chatGone']);
  });

  it('rejects an invitation', async () => {
    const bench = new CommandBench(chatUpdated(invited));
    expect(await bench.commands['chats.reject'](chat)).toEqual(done);
    report(bench, { chatId: 'chat-1', state: 'finished' });
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it.each(['chats.accept', 'chats.reject'] as const)('%s requires an offer', async (command) => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    expect(await bench.commands[command](chat)).toEqual(fail('command.notOffered'));
  });
});

describe('leaving a chat', () => {
  it('settles when the server reports it', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    expect(await bench.commands['chats.leave'](chat)).toEqual(done);
    expect(bench.floorStore.chat('chat-1')?.state).toBe('active');
    report(bench, { chatId: 'chat-1', state: 'finished' });
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it('is possible in an unknown state, but not where the server does not offer it', async () => {
    const strange = new CommandBench(chatUpdated({ chatId: 'chat-1', state: 'unknown', allowedActions: [] }));
    expect(await strange.commands['chats.leave'](chat)).toEqual(done);
    const closed = new CommandBench(chatUpdated(activeChat('agents', { allowedActions: [] })));
    expect(await closed.commands['chats.leave'](chat)).toEqual(fail('command.notOffered'));
  });

  it('dismisses only ended chats, without a request', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    expect(await bench.commands['chats.dismiss']({ chatId: 'chat-1' })).toEqual(fail('command.notOffered'));
    report(bench, { chatId: 'chat-1', state: 'revoked' });
    expect(await bench.commands['chats.dismiss']({ chatId: 'chat-1' })).toEqual(done);
    expect(await bench.commands['chats.dismiss']({ chatId: 'chat-1' })).toEqual(done);
    expect([bench.floorStore.snapshot().chats, bench.centre.asked]).toEqual([[], []]);
    expect(bench.changes.filter((change) => change.type === 'chatRemoved')).toHaveLength(1);
  });
});
