import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { confirmWithinMs, giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import type { ChatUpdate } from '../../../../main/floor/events';
import type { Visibility } from '../../../../preload/contract';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { settle } from '../../../support/virtual-clock';

const barge = { requestId: 'r-barge', chatId: 'chat-1' };
const stepBack = { requestId: 'r-back', chatId: 'chat-1' };

const newBench = (visibility: Visibility = 'supervisors', more: Partial<ChatUpdate> = {}): CommandBench =>
  new CommandBench(chatUpdated(activeChat(visibility, more)));

const becomes = (bench: CommandBench, visibility: Visibility): void =>
  bench.floorStore.applyEvents([chatUpdated(activeChat(visibility))]);

describe('switchMode', () => {
  it('changes the mode only when the server reports it, and then settles', async () => {
    const bench = newBench();
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(done);
    expect(bench.floorStore.chat('chat-1')?.mode).toBe('monitor');
    becomes(bench, 'everyone');
    expect(bench.story('r-barge')).toEqual(['sending', 'accepted', 'settled']);
    expect(bench.floorStore.snapshot().pending).toEqual([]);
  });

  it('settles when the effect precedes the response', async () => {
    const bench = newBench();
    bench.centre.hold();
    const answer = bench.commands['chats.bargeIn'](barge);
    await settle();
    becomes(bench, 'everyone');
    bench.centre.release(fail('command.outcomeUnknown'));
    expect(await answer).toEqual(done);
    expect(bench.story('r-barge')).toEqual(['sending', 'settled']);
  });

  it('sends one request for one request id, however often it is called', async () => {
    const bench = newBench();
    const [one, two] = await Promise.all([
      bench.commands['chats.bargeIn'](barge),
      bench.commands['chats.bargeIn'](barge),
    ]);
    expect([one, two, bench.centre.asked.length]).toEqual([done, done, 1]);
    becomes(bench, 'everyone');
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(done);
    expect(bench.centre.asked).toHaveLength(1);
  });

  it('refuses a second change while one is pending', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    expect(await bench.commands['chats.bargeIn']({ ...barge, requestId: 'r-2' })).toEqual(
      fail('command.alreadyPending'),
    );
    expect(await bench.commands['chats.coach']({ ...barge, requestId: 'r-3' })).toEqual(fail('command.alreadyPending'));
  });

  it('settles without a request when the mode is already confirmed', async () => {
    const bench = newBench('agents');
    expect(await bench.commands['chats.coach'](barge)).toEqual(done);
    expect(bench.centre.asked).toEqual([]);
    expect(bench.story('r-barge')).toEqual(['accepted', 'settled']);
  });

  it.each([
    ['the server does not offer it', activeChat('agents', { allowedActions: ['leave'] }), 'command.notOffered'],
    ['the chat is over', activeChat('agents', { state: 'revoked' }), 'command.chatGone'],
  ] as const)('refuses a change when %s', async (_why, chat, code) => {
    const bench = new CommandBench(chatUpdated(chat));
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(fail(code));
    expect(bench.centre.asked).toEqual([]);
  });

  it('refuses a change while signed out', async () => {
    const bench = newBench();
    bench.noCentre();
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(fail('session.signedOut'));
  });

  it('fails with the server’s reason', async () => {
    const bench = newBench();
    const refusal = fail('command.forbidden', { serverMessage: 'operation forbidden' });
    bench.centre.answerNext(refusal);
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(refusal);
    expect(bench.story('r-barge')).toEqual(['sending', 'command.forbidden']);
  });

  it('settles when the chat ends', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    bench.floorStore.applyEvents([chatUpdated({ chatId: 'chat-1', state: 'revoked' })]);
    expect(bench.story('r-barge').at(-1)).toBe('command.chatGone');
  });
});

describe('a mode change without an effect', () => {
  it('triggers a resync when overdue and settles by its result', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    bench.clock.advance(confirmWithinMs - 1);
    expect(bench.centre.resynchronisations).toBe(0);
    bench.clock.advance(1);
    expect(bench.centre.resynchronisations).toBe(1);
    bench.floorStore.applyResync({ chats: [activeChat('everyone')], transcripts: [] }, false);
    expect(bench.story('r-barge')).toEqual(['sending', 'accepted', 'notConfirmed', 'settled']);
    expect(bench.centre.asked).toHaveLength(1);
  });

  it('ends with an unknown outcome and is never sent again', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    bench.clock.advance(confirmWithinMs);
    bench.floorStore.applyResync({ chats: [activeChat('supervisors')], transcripts: [] }, false);
    bench.clock.advance(giveUpAfterMs);
    expect(bench.story('r-barge')).toEqual(['sending', 'accepted', 'notConfirmed', 'command.outcomeUnknown']);
    expect(bench.centre.asked).toHaveLength(1);
  });

  it('resolves only after the resync when the outcome is unknown', async () => {
    const bench = newBench();
    bench.centre.answerNext(fail('command.outcomeUnknown'));
    const answer = bench.commands['chats.bargeIn'](barge);
    await settle();
    expect(bench.centre.resynchronisations).toBe(1);
    becomes(bench, 'everyone');
    expect(await answer).toEqual(done);
    expect(bench.story('r-barge')).toEqual(['sending', 'notConfirmed', 'settled']);
  });

  it('fails with the server’s message when the server took it back', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    bench.floorStore.applyEvents([{ type: 'operationFailed', referenceId: 7, serverMessage: 'Request failed' }]);
    expect(bench.centre.resynchronisations).toBe(1);
    bench.clock.advance(giveUpAfterMs);
    expect(bench.changes.at(-1)).toMatchObject({ error: { code: 'command.refused', serverMessage: 'Request failed' } });
  });

  it('has an unknown outcome when the platform throws', async () => {
    const bench = newBench();
    bench.centre.answerNext(new Error('broken'));
    const answer = bench.commands['chats.bargeIn'](barge);
    await settle();
    bench.clock.advance(giveUpAfterMs);
    expect(await answer).toEqual(fail('command.outcomeUnknown'));
    expect(bench.log.messages).toEqual(['error: command threw']);
  });

  it('settles at the end of the session', async () => {
    const bench = newBench();
    bench.centre.answerNext(fail('command.outcomeUnknown'));
    const answer = bench.commands['chats.bargeIn'](barge);
    await settle();
    bench.floorStore.sessionEnded('signInExpired');
    expect(await answer).toEqual(fail('session.expired'));
    bench.clock.advance(60_000);
    expect(bench.floorStore.snapshot().pending).toEqual([]);
  });
});

describe('stepping back to monitor', () => {
  it('waits for the response to a pending barge-in and reverts it, though the chat does not offer it yet', async () => {
    const bench = newBench('supervisors', { allowedActions: ['switchToBargeIn'] });
    bench.centre.hold();
    const bargeAnswer = bench.commands['chats.bargeIn'](barge);
    const backAnswer = bench.commands['chats.monitor'](stepBack);
    await settle();
    expect(bench.centre.asked).toEqual([{ what: 'bargeIn', request: { chatId: 'chat-1' } }]);
    bench.centre.release();
    await bargeAnswer;
    await settle();
    expect(bench.centre.asked).toContainEqual({ what: 'monitor', request: { chatId: 'chat-1' } });
    bench.centre.release();
    await backAnswer;
    expect(bench.story('r-back')).toEqual(['sending', 'accepted']);
    becomes(bench, 'everyone');
    // Both were requested in the same millisecond; the step back is still the later one.
    expect([bench.story('r-barge').at(-1), bench.story('r-back').at(-1)]).toEqual(['settled', 'accepted']);
    becomes(bench, 'supervisors');
    expect([bench.story('r-barge').at(-1), bench.story('r-back').at(-1)]).toEqual(['settled', 'settled']);
  });

  it('sends nothing when the pending barge-in was refused', async () => {
    const bench = newBench();
    bench.centre.hold();
    const bargeAnswer = bench.commands['chats.bargeIn'](barge);
    const backAnswer = bench.commands['chats.monitor'](stepBack);
    await settle();
    bench.centre.release(fail('command.forbidden'));
    expect([await bargeAnswer, await backAnswer]).toEqual([fail('command.forbidden'), done]);
    expect(bench.centre.asked).toHaveLength(1);
    expect(bench.story('r-back').at(-1)).toBe('settled');
  });

  it('sends nothing for a change that is pending in another chat', async () => {
    const bench = newBench();
    bench.floorStore.applyEvents([chatUpdated(activeChat('supervisors', { chatId: 'chat-2' }))]);
    bench.centre.hold();
    const bargeAnswer = bench.commands['chats.bargeIn'](barge);
    void bench.commands['chats.coach']({ requestId: 'r-other', chatId: 'chat-2' });
    const backAnswer = bench.commands['chats.monitor'](stepBack);
    await settle();
    bench.centre.release(fail('command.forbidden'));
    expect([await bargeAnswer, await backAnswer]).toEqual([fail('command.forbidden'), done]);
    expect(bench.centre.asked.map(({ what }) => what)).toEqual(['bargeIn', 'coach']);
  });

  it('that is refused leaves the earlier change pending', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    bench.centre.answerNext(fail('command.forbidden'));
    expect(await bench.commands['chats.monitor'](stepBack)).toEqual(fail('command.forbidden'));
    expect(bench.story('r-barge')).toEqual(['sending', 'accepted']);
  });

  it('is confirmed by a resync when neither change was reported', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    await bench.commands['chats.monitor'](stepBack);
    bench.clock.advance(confirmWithinMs);
    expect(bench.story('r-back').at(-1)).toBe('notConfirmed');
    bench.floorStore.applyResync({ chats: [activeChat('supervisors')], transcripts: [] }, false);
    expect([bench.story('r-back').at(-1), bench.story('r-barge').at(-1)]).toEqual(['settled', 'settled']);
  });
});

describe('stepping back from a change that the server then refuses', () => {
  it('stays settled', async () => {
    const bench = newBench();
    bench.centre.hold();
    const asked = bench.commands['chats.bargeIn'](barge);
    await settle();
    const back = bench.commands['chats.monitor'](stepBack);
    bench.centre.release(fail('command.refused'));
    await Promise.all([asked, back]);
    await bench.clock.advanceSettled(confirmWithinMs + giveUpAfterMs);
    expect(bench.floorStore.snapshot().pending).toEqual([]);
    expect(bench.story('r-back').at(-1)).toBe('settled');
  });
});

describe('a partly done mode change', () => {
  const partly = fail('command.partlyDone', { serverMessage: 'Some channels failed' });

  it('resyncs and succeeds when the result shows the mode', async () => {
    const bench = newBench();
    bench.centre.answerNext(partly);
    const result = bench.commands['chats.bargeIn'](barge);
    await settle();
    expect([bench.centre.resynchronisations, bench.story('r-barge')]).toEqual([1, ['sending', 'notConfirmed']]);
    becomes(bench, 'everyone');
    expect(await result).toEqual(done);
  });

  it('fails with the server’s message when the result does not show it', async () => {
    const bench = newBench();
    bench.centre.answerNext(partly);
    const result = bench.commands['chats.bargeIn'](barge);
    await bench.clock.advanceSettled(giveUpAfterMs);
    expect(await result).toEqual(partly);
  });
});
