import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import type { ChatUpdate } from '../../../../main/floor/events';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';

const intent = { requestId: 'r-1', chatId: 'chat-1' };
const invited: ChatUpdate = {
  chatId: 'chat-1',
  state: 'invited',
  allowedActions: ['accept', 'reject'],
  participants: [],
};
const told = (bench: CommandBench, chat: ChatUpdate): void => bench.floorStore.applyEvents([chatUpdated(chat)]);

describe('coming into a chat', () => {
  it('asks beside an agent, and is over when the invitation comes', async () => {
    const bench = new CommandBench();
    const request = { ...intent, agentId: 'user-ada', mode: 'coach' } as const;
    expect(await bench.commands['chats.intrude'](request)).toEqual(done);
    expect(bench.centre.asked).toEqual([
      { what: 'intrude', request: { agentId: 'user-ada', chatId: 'chat-1', mode: 'coach' } },
    ]);
    told(bench, invited);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
    expect(bench.floorStore.chat('chat-1')?.agentId).toBe('user-ada');
  });

  it('works again right after leaving', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()), chatUpdated({ chatId: 'chat-1', state: 'finished' }));
    await bench.commands['chats.intrude']({ ...intent, agentId: 'user-ada', mode: 'monitor' });
    told(bench, invited);
    expect([bench.floorStore.chat('chat-1')?.state, bench.story('r-1').at(-1)]).toEqual(['invited', 'settled']);
  });

  it('reads back news that may be older than what is known', () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    told(bench, activeChat('agents'));
    expect(bench.centre.resynchronisations).toBe(0);
    told(bench, invited);
    expect(bench.floorStore.chat('chat-1')?.state).toBe('active');
    expect(bench.centre.resynchronisations).toBe(1);
  });

  it('is not offered for a chat one is in', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    const request = { ...intent, agentId: 'user-ada', mode: 'monitor' } as const;
    expect(await bench.commands['chats.intrude'](request)).toEqual(fail('command.notOffered'));
  });

  it('accepts an invitation, and is over when the chat is joined', async () => {
    const bench = new CommandBench(chatUpdated(invited));
    expect(await bench.commands['chats.accept'](intent)).toEqual(done);
    told(bench, activeChat('agents'));
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it('tells when joining failed, or the chat went away meanwhile', async () => {
    const failed = new CommandBench(chatUpdated(invited));
    await failed.commands['chats.accept'](intent);
    told(failed, { chatId: 'chat-1', state: 'joinFailed' });
    const gone = new CommandBench(chatUpdated(invited));
    await gone.commands['chats.accept'](intent);
    told(gone, { chatId: 'chat-1', state: 'revoked' });
    expect([failed.story('r-1').at(-1), gone.story('r-1').at(-1)]).toEqual(['command.refused', 'command.chatGone']);
  });

  it('declines an invitation', async () => {
    const bench = new CommandBench(chatUpdated(invited));
    expect(await bench.commands['chats.reject'](intent)).toEqual(done);
    told(bench, { chatId: 'chat-1', state: 'finished' });
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it.each(['chats.accept', 'chats.reject'] as const)('%s needs an offer', async (command) => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    expect(await bench.commands[command](intent)).toEqual(fail('command.notOffered'));
  });
});

describe('going out of a chat', () => {
  it('is over when the server says so', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    expect(await bench.commands['chats.leave'](intent)).toEqual(done);
    expect(bench.floorStore.chat('chat-1')?.state).toBe('active');
    told(bench, { chatId: 'chat-1', state: 'finished' });
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it('is possible from a state nobody knows, and not where the server does not offer it', async () => {
    const strange = new CommandBench(chatUpdated({ chatId: 'chat-1', state: 'unknown', allowedActions: [] }));
    expect(await strange.commands['chats.leave'](intent)).toEqual(done);
    const closed = new CommandBench(chatUpdated(activeChat('agents', { allowedActions: [] })));
    expect(await closed.commands['chats.leave'](intent)).toEqual(fail('command.notOffered'));
  });

  it('dismisses only what is over, and asks the server nothing', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    expect(await bench.commands['chats.dismiss']({ chatId: 'chat-1' })).toEqual(fail('command.notOffered'));
    told(bench, { chatId: 'chat-1', state: 'revoked' });
    expect(await bench.commands['chats.dismiss']({ chatId: 'chat-1' })).toEqual(done);
    expect(await bench.commands['chats.dismiss']({ chatId: 'chat-1' })).toEqual(done);
    expect([bench.floorStore.snapshot().chats, bench.centre.asked]).toEqual([[], []]);
    expect(bench.changes.filter((change) => change.type === 'chatRemoved')).toHaveLength(1);
  });
});
