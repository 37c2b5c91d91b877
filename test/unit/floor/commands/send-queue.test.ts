import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { confirmWithinMs, giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, ada, chatUpdated, customer, entry, messages, sofia } from '../../../support/floor/readings';

const chatId = 'chat-1';
const newBench = (visibility: 'agents' | 'everyone'): CommandBench =>
  new CommandBench(chatUpdated(activeChat(visibility)), messages([entry(1), entry(3)]));
const send = (bench: CommandBench, composedIn: 'coach' | 'bargeIn', text: string, requestId = 'r-1') =>
  bench.drafts.composed('agents', { requestId, chatId, composedIn, text });
const sendToEveryone = (bench: CommandBench, composedIn: 'bargeIn', text: string, requestId: string) =>
  bench.drafts.composed('everyone', { requestId, chatId, composedIn, text });

describe('SendQueue', () => {
  const own = (index: number, text: string) =>
    messages([entry(index, { from: sofia('everyone'), visibility: 'everyone', text })]);
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const texts = (bench: CommandBench): unknown[] =>
    bench.centre.asked.map(({ request }) => (request as { text?: string }).text);

  it('waits until the previous text is confirmed, and keeps the order', async () => {
    const bench = newBench('everyone');
    await bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'One', 'r-1'));
    const second = bench.commands['chats.sendToAgents'](send(bench, 'bargeIn', 'Two', 'r-2'));
    const third = bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'Three', 'r-3'));
    await turns();
    expect(texts(bench)).toEqual(['One']);
    bench.floorStore.applyEvents([own(5, 'One')]);
    expect(await second).toEqual(done);
    expect(texts(bench)).toEqual(['One', 'Two']);
    bench.floorStore.applyEvents([messages([entry(6, { from: sofia('everyone'), visibility: 'agents', text: '2' })])]);
    expect(await third).toEqual(done);
    expect(texts(bench)).toEqual(['One', 'Two', 'Three']);
  });

  it('refuses a waiting text when the readers change', async () => {
    const bench = newBench('everyone');
    await bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'One', 'r-1'));
    const second = bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'Two', 'r-2'));
    const ben = { ...ada, participantId: 'part-ben', nickname: 'Ben', userId: 'user-ben' };
    bench.floorStore.applyEvents([
      chatUpdated(activeChat('everyone', { participants: [ada, ben, customer, sofia('everyone')] })),
      own(5, 'One'),
    ]);
    expect(await second).toEqual(fail('command.readersDiffer'));
    expect(texts(bench)).toEqual(['One']);
    expect(bench.drafts.keeper.stateFor('main').drafts.map(({ text }) => text)).toEqual(['Two']);
  });

  it('returns a waiting text when the previous one fails or is unknown, and sends later ones', async () => {
    const bench = newBench('everyone');
    await bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'One', 'r-1'));
    const second = bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'Two', 'r-2'));
    bench.clock.advance(confirmWithinMs + giveUpAfterMs);
    expect(await second).toEqual(fail('command.heldBack'));
    await turns();
    const third = sendToEveryone(bench, 'bargeIn', 'Three', 'r-3');
    expect(await bench.commands['chats.sendToEveryone'](third)).toEqual(done);
    expect(texts(bench)).toEqual(['One', 'Three']);
  });

  it('returns a waiting text when the previous one is refused', async () => {
    const bench = newBench('everyone');
    bench.centre.hold();
    const first = bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'One', 'r-1'));
    const second = bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'Two', 'r-2'));
    await turns();
    bench.centre.release(fail('command.refused'));
    expect([await first, await second]).toEqual([fail('command.refused'), fail('command.heldBack')]);
    expect(texts(bench)).toEqual(['One']);
  });

  it('lets a text wait for the one before it, whatever became of earlier ones', async () => {
    const bench = newBench('everyone');
    await bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'One', 'r-1'));
    const second = bench.commands['chats.sendToAgents'](send(bench, 'bargeIn', 'Two', 'r-2'));
    bench.floorStore.applyEvents([own(5, 'One')]);
    expect(await second).toEqual(done);
    void bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn', 'Three', 'r-3'));
    await turns();
    expect(texts(bench)).toEqual(['One', 'Two']);
  });

  it('does not wait for another chat', async () => {
    const bench = newBench('agents');
    bench.floorStore.applyEvents([chatUpdated({ ...activeChat('agents'), chatId: 'chat-2' })]);
    await bench.commands['chats.sendToAgents'](send(bench, 'coach', 'One'));
    const other = bench.drafts.composed('agents', {
      requestId: 'r-2',
      chatId: 'chat-2',
      composedIn: 'coach',
      text: 'Two',
    });
    expect(await bench.commands['chats.sendToAgents'](other)).toEqual(done);
  });
});
