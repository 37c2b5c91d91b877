import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { confirmWithinMs, giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import { plainOperations as plainRuns, type PlainOperation } from '../../../../main/floor/commands/plain-operation';
import type { ParticipantUpdate } from '../../../../main/floor/events';
import type { ChatAction, Done, Mode, Result } from '../../../../preload/contract';
import { chatOperations } from '../../../../preload/contract/chat-operations';
import { CommandBench } from '../../../support/floor/command-bench';
import { everything, operationBench, report } from '../../../support/floor/operation-bench';
import { ada, customer, entry, messages, sofia } from '../../../support/floor/readings';

const plainOperations = Object.keys(plainRuns) as readonly PlainOperation[];
const requestId = 'r-1';
const chatId = 'chat-1';
const ben: ParticipantUpdate = { ...ada, participantId: 'part-ben', nickname: 'Ben', userId: 'user-ben' };
const toBen = { requestId, chatId, target: { kind: 'agent', id: 'user-ben' } } as const;
const toQueue = { requestId, chatId, target: { kind: 'queue', id: 'queue-1' } } as const;

const everyone: readonly string[] = [ada.participantId, customer.participantId];
const words = { requestId, chatId, composedIn: 'bargeIn', readers: everyone, text: 'Hello' } as const;
const aside = { ...words, readers: [ada.participantId] };
const link = { requestId, chatId, composedIn: 'bargeIn', readers: everyone, url: 'https://example.com/a' } as const;

/** Each operation with the action that the server must allow for it. */
const operations: readonly (readonly [ChatAction, (bench: CommandBench) => Promise<Result<Done>>])[] = [
  ['transfer', ({ commands }) => commands['chats.transfer'](toBen)],
  ['consult', ({ commands }) => commands['chats.consult'](toBen)],
  ...plainOperations.map(
    (operation) =>
      [
        chatOperations[operation].offeredAs[0],
        ({ commands }: CommandBench) => commands[`chats.${operation}`]({ requestId, chatId }),
      ] as const,
  ),
  ['invite', ({ commands }) => commands['chats.invite'](toBen)],
  [
    'removeParticipant',
    ({ commands }) => commands['chats.removeParticipant']({ requestId, chatId, userId: 'user-ada' }),
  ],
  ['complete', ({ commands }) => commands['chats.complete']({ requestId, chatId })],
  ['setDisposition', ({ commands }) => commands['chats.setDisposition']({ requestId, chatId, code: 'Solved' })],
  [
    'attachUserData',
    ({ commands }) => commands['chats.setCustomerField']({ requestId, chatId, key: 'New', value: '1' }),
  ],
  [
    'updateUserData',
    ({ commands }) => commands['chats.setCustomerField']({ requestId, chatId, key: 'Plan', value: 'gold' }),
  ],
  ['deleteUserData', ({ commands }) => commands['chats.deleteCustomerField']({ requestId, chatId, key: 'Plan' })],
  ['sendNoticeToEveryone', ({ commands }) => commands['chats.sendNoticeToEveryone'](words)],
  ['sendNoticeToAgents', ({ commands }) => commands['chats.sendNoticeToAgents'](aside)],
  ['pushUrl', ({ commands }) => commands['chats.pushUrl'](link)],
];

describe.each(operations)('%s', (action, perform) => {
  it('sends one request when the server offers the operation', async () => {
    const bench = operationBench();
    expect(await perform(bench)).toEqual(done);
    expect([bench.centre.asked.length, bench.story(requestId)]).toEqual([1, ['sending', 'accepted']]);
    expect(await perform(bench)).toEqual(done);
    expect(bench.centre.asked).toHaveLength(1);
  });

  it.each([
    [
      'the server does not offer it',
      () => operationBench('everyone', { allowedActions: everything.filter((one) => one !== action) }),
      'command.notOffered',
    ],
    ['the chat was taken away', () => operationBench('everyone', { state: 'revoked' }), 'command.chatGone'],
    ['the chat is unknown', () => new CommandBench(), 'command.chatGone'],
    [
      'the floor is out of date',
      () => {
        const bench = operationBench();
        bench.floorStore.connectionChanged({
          phase: 'offline',
          reason: 'networkDown',
          lastSuccessAt: 1,
          nextAttemptAt: null,
        });
        return bench;
      },
      'command.notLive',
    ],
  ] as const)('sends nothing when %s', async (_when, open, code) => {
    const bench = open();
    expect(await perform(bench)).toEqual(fail(code));
    expect(bench.centre.asked).toEqual([]);
  });

  it('fails with the server’s refusal, and is unknown without an effect', async () => {
    const bench = operationBench();
    bench.centre.answerNext(fail('command.forbidden', { serverMessage: 'No' }));
    expect(await perform(bench)).toEqual(fail('command.forbidden', { serverMessage: 'No' }));
    expect(bench.story(requestId)).toEqual(['sending', 'command.forbidden']);
    const lost = operationBench();
    lost.centre.answerNext(fail('command.outcomeUnknown'));
    const answer = perform(lost);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    lost.clock.advance(confirmWithinMs + giveUpAfterMs);
    expect(await answer).toEqual(fail('command.outcomeUnknown'));
    expect([lost.centre.asked.length, lost.centre.resynchronisations]).toEqual([1, 1]);
  });
});

describe('transfer', () => {
  it('succeeds when the chat has left the supervisor', async () => {
    const bench = operationBench();
    await bench.commands['chats.transfer'](toQueue);
    report(bench, { state: 'revoked' });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted', 'settled']);
  });

  it('succeeds when the new agent is in, or the old one is out, and the supervisor stays', async () => {
    const [toAgent, queued] = [operationBench('supervisors'), operationBench('supervisors')];
    await toAgent.commands['chats.transfer'](toBen);
    await queued.commands['chats.transfer'](toQueue);
    report(toAgent, { participants: [ben, customer, sofia('supervisors')] });
    report(queued, { participants: [customer, sofia('supervisors')] });
    expect([toAgent.story(requestId).at(-1), queued.story(requestId).at(-1)]).toEqual(['settled', 'settled']);
  });

  it('is not confirmed by an end that precedes the response', async () => {
    const bench = operationBench();
    bench.centre.hold();
    const answer = bench.commands['chats.transfer'](toBen);
    report(bench, { state: 'revoked' });
    expect(bench.story(requestId)).toEqual(['sending']);
    bench.centre.release(fail('command.notFound'));
    expect(await answer).toEqual(fail('command.notFound'));
  });

  it('refuses a target who is already in the chat', async () => {
    const bench = operationBench();
    const request = { ...toBen, target: { kind: 'agent', id: 'user-ada' } } as const;
    expect([await bench.commands['chats.transfer'](request), bench.centre.asked]).toEqual([
      fail('command.refused'),
      [],
    ]);
  });
});

describe('removal of a participant', () => {
  it('settles when the participants are gone', async () => {
    const bench = operationBench('everyone', { participants: [ada, ben, customer, sofia('everyone')] });
    await bench.commands['chats.removeParticipant']({ requestId, chatId, userId: 'user-ben' });
    report(bench, { participants: [ada, customer, sofia('everyone')] });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted', 'settled']);
  });

  it.each([
    ['user-sofia', 'command.refused'],
    ['user-nobody', 'command.notFound'],
  ] as const)('sends nothing for %s: %s', async (userId, code) => {
    const bench = operationBench();
    expect(await bench.commands['chats.removeParticipant']({ requestId, chatId, userId })).toEqual(fail(code));
    expect(bench.centre.asked).toEqual([]);
  });
});

describe.each(plainOperations)('%s', (operation) => {
  it('settles when the server no longer offers it', async () => {
    const bench = operationBench();
    await bench.commands[`chats.${operation}`]({ requestId, chatId });
    report(bench, { participants: [customer] });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
    report(bench, { allowedActions: everything.filter((one) => one !== chatOperations[operation].offeredAs[0]) });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted', 'settled']);
  });
});

describe('operations that everyone reads', () => {
  const ways: readonly (readonly [string, (bench: CommandBench, composedIn: Mode) => Promise<Result<Done>>])[] = [
    [
      'last words at leaving',
      ({ commands }, composedIn) =>
        commands['chats.leave']({ requestId, chatId, partingMessage: { composedIn, readers: everyone, text: 'Bye' } }),
    ],
    [
      'last words at completing',
      ({ commands }, composedIn) =>
        commands['chats.complete']({
          requestId,
          chatId,
          partingMessage: { composedIn, readers: everyone, text: 'Bye' },
        }),
    ],
    ['a web address', ({ commands }, composedIn) => commands['chats.pushUrl']({ ...link, composedIn })],
    [
      'a notice to everyone',
      ({ commands }, composedIn) => commands['chats.sendNoticeToEveryone']({ ...words, composedIn }),
    ],
  ];
  const modes = ['monitor', 'coach', 'bargeIn'] as const;
  const combinations = ways.flatMap(([what, say]) =>
    (['supervisors', 'agents', 'everyone'] as const).flatMap((visibility) =>
      modes.map((composedIn) => [what, visibility, composedIn, say] as const),
    ),
  );

  it.each(combinations)('%s, visible to %s, composed in %s', async (_what, visibility, composedIn, say) => {
    const bench = operationBench(visibility);
    const isAllowed = visibility === 'everyone' && composedIn === 'bargeIn';
    expect((await say(bench, composedIn)).ok).toBe(isAllowed);
    expect(bench.centre.asked).toHaveLength(isAllowed ? 1 : 0);
  });

  it.each(ways)('%s is refused while a mode change is pending', async (_what, say) => {
    const bench = operationBench('everyone', { allowedActions: [...everything, 'switchToMonitor'] });
    bench.centre.hold();
    const stepping = bench.commands['chats.monitor']({ requestId: 'step', chatId });
    expect(await say(bench, 'bargeIn')).toEqual(fail('command.modeDiffers'));
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    bench.centre.release();
    await stepping;
    expect(bench.centre.asked.map(({ what }) => what)).toEqual(['monitor']);
  });

  it.each([
    'http://example.com/',
    'javascript:alert(1)',
    'https://',
    'example.com',
    'https://someone:secret@example.com/',
    'https:example.com@evil.example/x y',
  ])('%s is refused unless it is a safe address', async (url) => {
    const bench = operationBench();
    expect(await bench.commands['chats.pushUrl']({ ...link, url })).toEqual(fail('link.refused'));
    expect(bench.centre.asked).toEqual([]);
  });

  it('settles an address when it appears in the transcript, however the server writes it', async () => {
    const bench = operationBench();
    await bench.commands['chats.pushUrl']({ ...link, url: ' https://EXAMPLE.com ' });
    expect(bench.centre.asked).toMatchObject([{ what: 'pushUrl', request: { chatId, url: 'https://example.com/' } }]);
    bench.floorStore.applyEvents([messages([entry(4, { kind: 'url', from: ada, text: 'https://example.com' })])]);
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
    bench.floorStore.applyEvents([
      messages([entry(5, { kind: 'url', from: sofia('everyone'), text: 'https://example.com' })]),
    ]);
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it.each(['leave', 'complete'] as const)('the end of the chat does not confirm a message sent at %s', async (way) => {
    const bench = operationBench();
    bench.centre.hold();
    const partingMessage = { composedIn: 'bargeIn', readers: everyone, text: 'Bye' } as const;
    const asked = bench.commands[`chats.${way}`]({ requestId, chatId, partingMessage });
    report(bench, { state: 'finished' });
    expect(bench.story(requestId)).toEqual(['sending']);
    bench.centre.release(fail('command.chatGone'));
    expect(await asked).toEqual(fail('command.chatGone'));
  });

  it('refuses a web address when the readers change while it is being sent', async () => {
    const bench = operationBench('everyone', { allowedActions: [...everything, 'switchToMonitor'] });
    await bench.commands['chats.pushUrl'](link);
    const [{ request } = { request: null }] = bench.centre.asked;
    const { mayGo } = request as { mayGo: () => boolean };
    expect(mayGo()).toBe(true);
    bench.centre.hold();
    void bench.commands['chats.monitor']({ requestId: 'step', chatId });
    expect(mayGo()).toBe(false);
  });

  it('treats an absent parting message as none, and an empty one as an error', async () => {
    const [silent, empty] = [operationBench('supervisors'), operationBench()];
    await silent.commands['chats.leave']({ requestId, chatId, partingMessage: null });
    expect(silent.centre.asked).toEqual([{ what: 'leave', request: { chatId } }]);
    const partingMessage = { composedIn: 'bargeIn', readers: everyone, text: ' \n' } as const;
    expect(await empty.commands['chats.leave']({ requestId, chatId, partingMessage })).toEqual(
      fail('command.emptyText'),
    );
    expect(empty.centre.asked).toEqual([]);
  });
});
