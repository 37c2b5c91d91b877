import { describe, expect, it } from 'vitest';
import { done, fail, succeed } from '../../../../main/base/result';
import { confirmWithinMs, giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import type { FloorEvent } from '../../../../main/floor/events';
import type { Done, Result } from '../../../../preload/contract';
import { CommandBench, sofiaSignedIn } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated, self } from '../../../support/floor/readings';

const failed = (referenceId: number | null, serverMessage = 'Request failed'): FloorEvent => ({
  type: 'operationFailed',
  referenceId,
  serverMessage,
});
const refused = { code: 'command.refused', serverMessage: 'Request failed' } as const;

function newBench(): CommandBench {
  return new CommandBench(
    chatUpdated(activeChat('agents', { allowedActions: ['attachUserData', 'invite'], customerData: [] })),
  );
}

const setCustomerField = (bench: CommandBench, key: string): Promise<Result<Done>> =>
  bench.commands['chats.setCustomerField']({ requestId: key, chatId: 'chat-1', key, value: '1' });
const invite = (bench: CommandBench): Promise<Result<Done>> =>
  bench.commands['chats.invite']({ requestId: 'invite', chatId: 'chat-1', target: { kind: 'agent', id: 'user-ben' } });

describe('failures after acceptance', () => {
  it('fails the command with that reference and no other', async () => {
    const bench = newBench();
    bench.centre.answerNext(succeed({ referenceId: 7 }), succeed({ referenceId: 8 }));
    await setCustomerField(bench, 'lost');
    await setCustomerField(bench, 'kept');
    bench.floorStore.applyEvents([failed(7)]);
    expect([bench.story('lost'), bench.story('kept')]).toEqual([
      ['sending', 'accepted', 'command.refused'],
      ['sending', 'accepted'],
    ]);
    expect(bench.changes).toContainEqual(expect.objectContaining({ type: 'commandSettled', error: refused }));
    expect(bench.centre.resynchronisations).toBe(0);
  });

  it('fails the command when the failure overtakes the acceptance', async () => {
    const bench = newBench();
    bench.centre.hold();
    const answer = setCustomerField(bench, 'lost');
    bench.floorStore.applyEvents([failed(7)]);
    bench.centre.release(succeed({ referenceId: 7 }));
    expect(await answer).toEqual({ ok: false, error: refused });
    expect(bench.story('lost')).toEqual(['sending', 'accepted', 'command.refused']);
  });

  it('ignores a reference of another command', async () => {
    const bench = newBench();
    bench.centre.answerNext(succeed({ referenceId: 7 }));
    await setCustomerField(bench, 'kept');
    bench.floorStore.applyEvents([failed(99)]);
    expect([bench.story('kept'), bench.centre.resynchronisations]).toEqual([['sending', 'accepted'], 0]);
  });

  it.each([
    ['without a reference', null],
    ['with one, where the acceptance had none', 99],
  ])('%s: makes the commands unconfirmed and resyncs', async (_what, referenceId) => {
    const bench = newBench();
    await setCustomerField(bench, 'doubted');
    bench.floorStore.applyEvents([failed(referenceId)]);
    expect([bench.story('doubted').at(-1), bench.centre.resynchronisations]).toEqual(['notConfirmed', 1]);
    bench.clock.advance(giveUpAfterMs);
    expect(bench.story('doubted').at(-1)).toBe('command.refused');
  });

  it('keeps the message of the server to itself where several commands can be meant', async () => {
    const bench = newBench();
    await setCustomerField(bench, 'Mood');
    await setCustomerField(bench, 'Plan');
    bench.floorStore.applyEvents([failed(null)]);
    bench.clock.advance(giveUpAfterMs);
    expect(['Mood', 'Plan'].map((key) => bench.story(key).slice(2))).toEqual([
      ['notConfirmed', 'command.outcomeUnknown'],
      ['notConfirmed', 'command.outcomeUnknown'],
    ]);
  });

  it('ignores a reference from an earlier session', async () => {
    const bench = newBench();
    bench.centre.answerNext(succeed({ referenceId: 7 }));
    await setCustomerField(bench, 'kept');
    bench.floorStore.sessionRenewed();
    bench.floorStore.applyEvents([failed(7)]);
    expect(bench.story('kept').at(-1)).toBe('notConfirmed');
  });
});

describe('commands that only report failure', () => {
  it('succeeds without a failure in time, without a resync', async () => {
    const bench = newBench();
    expect(await invite(bench)).toEqual(done);
    bench.clock.advance(confirmWithinMs - 1);
    expect(bench.story('invite')).toEqual(['sending', 'accepted']);
    bench.clock.advance(1);
    expect([bench.story('invite').at(-1), bench.centre.resynchronisations]).toEqual(['settled', 0]);
  });

  it('succeeds at once when the effect appears', async () => {
    const bench = newBench();
    await invite(bench);
    const ben = {
      participantId: 'part-ben',
      type: 'agent',
      nickname: 'Ben',
      userId: 'user-ben',
      visibility: 'everyone',
    } as const;
    const { participants = [] } = activeChat('agents');
    bench.floorStore.applyEvents([chatUpdated(activeChat('agents', { participants: [...participants, ben] }))]);
    expect(bench.story('invite')).toEqual(['sending', 'accepted', 'settled']);
  });

  it('does not succeed by silence while the connection is not live', async () => {
    const bench = newBench();
    await invite(bench);
    bench.floorStore.connectionChanged({
      phase: 'catchingUp',
      reason: 'networkDown',
      lastSuccessAt: 1,
      nextAttemptAt: null,
    });
    bench.clock.advance(confirmWithinMs);
    expect(bench.story('invite').at(-1)).toBe('notConfirmed');
    bench.clock.advance(giveUpAfterMs);
    expect(bench.story('invite').at(-1)).toBe('command.outcomeUnknown');
  });

  it('has an unknown outcome when the acceptance is unknown', async () => {
    const bench = newBench();
    bench.centre.answerNext(fail('command.outcomeUnknown'));
    const answer = invite(bench);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    bench.clock.advance(confirmWithinMs + giveUpAfterMs);
    expect(await answer).toEqual(fail('command.outcomeUnknown'));
    expect(bench.centre.asked).toHaveLength(1);
  });
});

it('allows several pending commands in one chat, one per subject', async () => {
  const bench = newBench();
  expect([await setCustomerField(bench, 'Mood'), await setCustomerField(bench, 'Plan')]).toEqual([done, done]);
  const again = { requestId: 'again', chatId: 'chat-1', key: 'Mood', value: '2' };
  expect(await bench.commands['chats.setCustomerField'](again)).toEqual(fail('command.alreadyPending'));
  expect(bench.floorStore.snapshot().pending.map(({ about }) => about)).toEqual(['Mood', 'Plan']);
});

describe('a repeated request', () => {
  const leave = (bench: CommandBench, requestId: string): Promise<Result<Done>> =>
    bench.commands['chats.leave']({ requestId, chatId: 'chat-1' });

  it('is known among the last thousand', async () => {
    const bench = new CommandBench();
    for (let number = 1; number <= 1_000; number += 1) await leave(bench, `r-${String(number)}`);
    bench.floorStore.applyEvents([chatUpdated(activeChat())]);
    expect([await leave(bench, 'r-1'), bench.centre.asked]).toEqual([fail('command.chatGone'), []]);
    await bench.commands['chats.leave']({ requestId: 'r-1001', chatId: 'chat-2' });
    expect([await leave(bench, 'r-1'), bench.centre.asked.length]).toEqual([done, 1]);
  });

  it('is new after another sign-in', async () => {
    const bench = new CommandBench();
    expect(await leave(bench, 'r-1')).toEqual(fail('command.chatGone'));
    bench.floorStore.signedOut();
    bench.floorStore.signedIn(sofiaSignedIn, self);
    bench.floorStore.connectionChanged({ phase: 'live', reason: 'healthy', lastSuccessAt: 1, nextAttemptAt: null });
    bench.floorStore.applyEvents([chatUpdated(activeChat())]);
    expect(await leave(bench, 'r-1')).toEqual(done);
  });
});

it('shows a pending command with its mode or subject only if it has one', async () => {
  const bench = newBench();
  await setCustomerField(bench, 'Mood');
  await bench.commands['chats.intrude']({ requestId: 'in', chatId: 'chat-2', agentId: 'user-ada', mode: 'coach' });
  const since = bench.clock.now();
  expect(bench.floorStore.snapshot().pending).toStrictEqual([
    {
      ...{ requestId: 'Mood', kind: 'setCustomerField', chatId: 'chat-1', agentId: null, about: 'Mood' },
      ...{ phase: 'accepted', since },
    },
    {
      ...{ requestId: 'in', kind: 'intrude', chatId: 'chat-2', agentId: 'user-ada', mode: 'coach' },
      ...{ phase: 'accepted', since },
    },
  ]);
});
