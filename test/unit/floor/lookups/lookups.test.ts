import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../../main/base/result';
import type { Agent, PastInteraction } from '../../../../preload/contract';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, ada, chatUpdated, customer, entry, sofia } from '../../../support/floor/readings';

const payments = { kind: 'queue', id: 'q-1', name: 'Payments' } as const;
const both = ['agent', 'queue'] as const;
const ana: Agent = {
  ...({ id: 'user-ana', userName: 'ana', name: 'Ana Pay', presence: 'ready', presenceText: null } as const),
  ...{ groups: ['Billing'], chats: null },
};

function newBench(): CommandBench {
  const bench = new CommandBench(
    chatUpdated(activeChat('supervisors', { customerData: [{ key: 'ContactId', value: 'contact-1' }] })),
  );
  bench.floorStore.applyDirectory([ana]);
  bench.centre.known.queues = succeed([payments]);
  return bench;
}
const asked = (bench: CommandBench, what: string): number =>
  bench.centre.asked.filter((one) => one.what === what).length;

function past(id: string, startedAt: number | null): PastInteraction {
  return {
    ...{ id, medium: 'chat', direction: 'inbound', state: 'ended', subject: null, startedAt, endedAt: null },
    ...{ handledBy: null, hasTranscript: true },
  };
}

describe('directory lookup', () => {
  const find = (bench: CommandBench, kinds: readonly ('agent' | 'queue')[] = both) =>
    bench.commands['directory.find']({ query: 'pay', kinds });

  it('finds known agents, and queues from the server at one request a minute', async () => {
    const bench = newBench();
    expect(await find(bench, ['agent'])).toMatchObject({
      value: { targets: [{ id: 'user-ana', groups: ['Billing'] }] },
    });
    expect(asked(bench, 'queues')).toBe(0);
    const [first, second] = await Promise.all([find(bench), find(bench)]);
    expect(first).toMatchObject({
      value: { targets: [payments, { id: 'user-ana', presence: 'ready' }], hasMore: false },
    });
    expect(second).toEqual(first);
    bench.clock.advance(59_000);
    await find(bench);
    expect(asked(bench, 'queues')).toBe(1);
    bench.clock.advance(1_000);
    await find(bench);
    expect(asked(bench, 'queues')).toBe(2);
  });

  it('finds agents when the queues cannot be read, reports it, and tries again', async () => {
    const bench = newBench();
    bench.centre.known.queues = fail('server.timeout');
    expect(await find(bench)).toMatchObject({
      value: { targets: [{ id: 'user-ana' }], problem: { code: 'server.timeout' } },
    });
    expect(await find(bench, ['queue'])).toEqual(fail('server.timeout'));
    bench.centre.known.queues = succeed([payments]);
    expect(await find(bench, ['queue'])).toMatchObject({ value: { targets: [payments] } });
  });
});

it('lists the codes that the server offers, if any', async () => {
  const bench = newBench();
  expect(await bench.commands['dispositions.list'](null)).toEqual(succeed({ codes: [] }));
  const other = newBench();
  other.centre.known.dispositions = succeed([{ code: 'Solved', label: 'Solved' }]);
  expect(await other.commands['dispositions.list'](null)).toEqual(
    succeed({ codes: [{ code: 'Solved', label: 'Solved' }] }),
  );
});

describe('customer history', () => {
  it('is requested by the chat’s customer fields, latest first, without the chat itself', async () => {
    const bench = newBench();
    bench.centre.known.history = succeed([past('old', 1), past('chat-1', 9), past('undated', null), past('newer', 5)]);
    const history = await bench.commands['history.ofCustomer']({ chatId: 'chat-1' });
    expect(history.ok && history.value.interactions.map(({ id }) => id)).toEqual(['newer', 'old', 'undated']);
    expect(bench.centre.asked).toEqual([
      { what: 'customerHistory', request: { customerData: [{ key: 'ContactId', value: 'contact-1' }] } },
    ]);
  });

  it('returns a transcript in order, with authors named as in a live chat', async () => {
    const bench = newBench();
    bench.centre.known.transcript = succeed([
      entry(3, { from: sofia('agents'), visibility: 'agents' }),
      entry(1, { from: customer }),
      entry(2, { from: ada }),
      entry(2, { from: ada }),
      entry(4, { from: { ...ada, participantId: 'part-omar', userId: 'user-omar', visibility: 'supervisors' } }),
    ]);
    const transcript = await bench.commands['history.transcript']({ interactionId: 'old' });
    expect(transcript.ok && transcript.value.entries.map(({ index, author }) => [index, author.kind])).toEqual([
      [1, 'customer'],
      [2, 'agent'],
      [3, 'self'],
      [4, 'supervisor'],
    ]);
  });

  it('is looked up by what the server sent, and shown masked', async () => {
    const bench = newBench();
    bench.masksNumbers = true;
    const customerData = [{ key: 'ContactId', value: '4111111111111111' }];
    bench.floorStore.applyEvents([chatUpdated(activeChat('supervisors', { customerData }))]);
    bench.centre.known.history = succeed([{ ...past('old', 1), subject: 'Card 4111 1111 1111 1111' }]);
    bench.centre.known.transcript = succeed([entry(1, { text: 'It is 4111 1111 1111 1111' })]);
    const history = await bench.commands['history.ofCustomer']({ chatId: 'chat-1' });
    const transcript = await bench.commands['history.transcript']({ interactionId: 'old' });
    expect(bench.centre.asked.map(({ request }) => request)).toContainEqual({ customerData });
    expect(history.ok && history.value.interactions.map(({ subject }) => subject)).toEqual(['Card •••• 1111']);
    expect(transcript.ok && transcript.value.entries.map(({ text }) => text)).toEqual(['It is •••• 1111']);
  });

  it.each(['history.ofCustomer', 'history.transcript'] as const)('%s returns why it is not available', async (name) => {
    const bench = newBench();
    bench.centre.known.history = fail('server.timeout');
    bench.centre.known.transcript = fail('server.timeout');
    const ask = () => bench.commands[name]({ chatId: 'chat-1', interactionId: 'old' });
    expect(await ask()).toEqual(fail('server.timeout'));
    bench.noCentre();
    expect(await ask()).toEqual(fail('session.signedOut'));
  });

  it('is not available for an unknown chat', async () => {
    expect(await newBench().commands['history.ofCustomer']({ chatId: 'elsewhere' })).toEqual(fail('command.chatGone'));
  });
});
