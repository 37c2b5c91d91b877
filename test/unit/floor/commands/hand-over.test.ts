import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { confirmWithinMs } from '../../../../main/floor/commands/command-dispatcher';
import { plainOperations as plainRuns, type PlainOperation } from '../../../../main/floor/commands/plain-operation';
import { everything, operationBench, report } from '../../../support/floor/operation-bench';
import { ada, customer, sofia } from '../../../support/floor/readings';
import { settle } from '../../../support/virtual-clock';

const requestId = 'r-1';
const chatId = 'chat-1';
const toAda = { requestId, chatId, target: { kind: 'agent', id: 'user-ada' } } as const;
const toQueue = { requestId, chatId, target: { kind: 'queue', id: 'queue-1' } } as const;
const withoutAda = { participants: [customer, sofia('everyone')] };

describe('a transfer to a queue', () => {
  it('is confirmed by the acceptance and the departure of the agent together', async () => {
    const bench = operationBench();
    await bench.commands['chats.transfer'](toQueue);
    report(bench, { customerData: [] });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
    report(bench, withoutAda);
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it('is not confirmed by a departure that precedes the response', async () => {
    const bench = operationBench();
    bench.centre.hold();
    const answer = bench.commands['chats.transfer'](toQueue);
    await settle();
    report(bench, withoutAda);
    expect(bench.story(requestId)).toEqual(['sending']);
    bench.centre.release();
    expect(await answer).toEqual(done);
    expect(bench.story(requestId)).toEqual(['sending', 'accepted', 'settled']);
  });

  it('is not confirmed by the absence of an agent that no one knew', async () => {
    const bench = operationBench('everyone', { participants: [sofia('everyone')] });
    expect(bench.floorStore.chat(chatId)?.agentId).toBeNull();
    await bench.commands['chats.transfer'](toQueue);
    report(bench, { customerData: [] });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
  });

  it('is confirmed when the supervisor finished the chat before the response', async () => {
    const bench = operationBench();
    bench.centre.hold();
    const answer = bench.commands['chats.transfer'](toQueue);
    await settle();
    report(bench, { state: 'finished' });
    expect(bench.story(requestId)).toEqual(['sending', 'settled']);
    bench.centre.release();
    expect(await answer).toEqual(done);
  });
});

describe.each(['chats.consult', 'chats.invite'] as const)('%s', (command) => {
  it('refuses a colleague who is in the chat, but no queue for having their id', async () => {
    const bench = operationBench();
    expect(await bench.commands[command](toAda)).toEqual(fail('command.refused'));
    expect(bench.centre.asked).toEqual([]);
    const queue = { ...toAda, requestId: 'r-2', target: { kind: 'queue', id: 'user-ada' } } as const;
    expect(await bench.commands[command](queue)).toEqual(done);
    expect(bench.centre.asked).toHaveLength(1);
  });
});

describe.each(Object.keys(plainRuns) as readonly PlainOperation[])('%s', (operation) => {
  const run = (bench: ReturnType<typeof operationBench>) => bench.commands[`chats.${operation}`]({ requestId, chatId });

  it('succeeds when no failure arrives in time, without a resync', async () => {
    const bench = operationBench();
    expect(await run(bench)).toEqual(done);
    bench.clock.advance(confirmWithinMs);
    expect([bench.story(requestId).at(-1), bench.centre.resynchronisations]).toEqual(['settled', 0]);
  });

  it('is confirmed by the end of the chat once it is accepted, and impossible before', async () => {
    const [accepted, sending] = [operationBench(), operationBench()];
    await run(accepted);
    report(accepted, { state: 'finished', allowedActions: everything });
    expect(accepted.story(requestId)).toEqual(['sending', 'accepted', 'settled']);
    sending.centre.hold();
    const answer = run(sending);
    await settle();
    report(sending, { state: 'finished', allowedActions: everything });
    sending.centre.release();
    expect(await answer).toEqual(fail('command.chatGone'));
  });
});

describe.each(['leave', 'complete'] as const)('the end of the chat confirms %s', (way) => {
  const readers = [ada.participantId, customer.participantId];
  const partingMessage = { composedIn: 'bargeIn', readers, text: 'Bye' } as const;

  it('with a parting message that was accepted', async () => {
    const bench = operationBench();
    expect(await bench.commands[`chats.${way}`]({ requestId, chatId, partingMessage })).toEqual(done);
    report(bench, { state: 'finished' });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted', 'settled']);
  });

  it('without a parting message even before the response', async () => {
    const bench = operationBench();
    bench.centre.hold();
    const answer = bench.commands[`chats.${way}`]({ requestId, chatId });
    await settle();
    report(bench, { state: 'finished' });
    expect(bench.story(requestId)).toEqual(['sending', 'settled']);
    bench.centre.release();
    expect(await answer).toEqual(done);
  });
});

it('is not completed by a change of its state that does not end it', async () => {
  const bench = operationBench();
  await bench.commands['chats.complete']({ requestId, chatId });
  report(bench, { state: 'unknown' });
  expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
});

it('offers nothing of a finished chat', async () => {
  const bench = operationBench('everyone', { state: 'finished' });
  expect(await bench.commands['chats.transfer'](toQueue)).toEqual(fail('command.chatGone'));
  expect(bench.centre.asked).toEqual([]);
});

it('shows the mode that a pending acceptance leads to', async () => {
  const bench = operationBench();
  const intrude = { requestId: 'r-in', chatId: 'chat-2', agentId: 'user-ben', mode: 'coach' } as const;
  await bench.commands['chats.intrude'](intrude);
  report(bench, { chatId: 'chat-2', state: 'invited', allowedActions: ['accept'], participants: [] });
  await bench.commands['chats.accept']({ requestId, chatId: 'chat-2' });
  expect(bench.floorStore.snapshot().pending).toMatchObject([{ kind: 'accept', mode: 'coach' }]);
});
