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

describe('a change of mode', () => {
  it('is accepted by the server, turns the mode only when told, and is over then', async () => {
    const bench = newBench();
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(done);
    expect(bench.floorStore.chat('chat-1')?.mode).toBe('monitor');
    becomes(bench, 'everyone');
    expect(bench.story('r-barge')).toEqual(['sending', 'accepted', 'settled']);
    expect(bench.floorStore.snapshot().pending).toEqual([]);
  });

  it('is over when its effect is seen before the server answers', async () => {
    const bench = newBench();
    bench.centre.hold();
    const answer = bench.commands['chats.bargeIn'](barge);
    await settle();
    becomes(bench, 'everyone');
    bench.centre.release(fail('command.outcomeUnknown'));
    expect(await answer).toEqual(done);
    expect(bench.story('r-barge')).toEqual(['sending', 'settled']);
  });

  it('is one intent however often it is asked for with one request id', async () => {
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

  it('is refused while another is under way', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    expect(await bench.commands['chats.bargeIn']({ ...barge, requestId: 'r-2' })).toEqual(
      fail('command.alreadyPending'),
    );
    expect(await bench.commands['chats.coach']({ ...barge, requestId: 'r-3' })).toEqual(fail('command.alreadyPending'));
  });

  it('to the mode that is confirmed already asks nobody, and is told to be over', async () => {
    const bench = newBench('agents');
    expect(await bench.commands['chats.coach'](barge)).toEqual(done);
    expect(bench.centre.asked).toEqual([]);
    expect(bench.story('r-barge')).toEqual(['accepted', 'settled']);
  });

  it.each([
    ['the server does not offer it', activeChat('agents', { allowedActions: ['leave'] }), 'command.notOffered'],
    ['the chat is over', activeChat('agents', { state: 'revoked' }), 'command.chatGone'],
  ] as const)('is refused when %s', async (_why, chat, code) => {
    const bench = new CommandBench(chatUpdated(chat));
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(fail(code));
    expect(bench.centre.asked).toEqual([]);
  });

  it('is refused while nobody is signed in', async () => {
    const bench = newBench();
    bench.noCentre();
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(fail('session.signedOut'));
  });

  it('fails with the reason of the server', async () => {
    const bench = newBench();
    const refusal = fail('command.forbidden', { serverMessage: 'operation forbidden' });
    bench.centre.answerNext(refusal);
    expect(await bench.commands['chats.bargeIn'](barge)).toEqual(refusal);
    expect(bench.story('r-barge')).toEqual(['sending', 'command.forbidden']);
  });

  it('is over with the chat', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    bench.floorStore.applyEvents([chatUpdated({ chatId: 'chat-1', state: 'revoked' })]);
    expect(bench.story('r-barge').at(-1)).toBe('command.chatGone');
  });
});

describe('a change of mode of which nothing is heard', () => {
  it('is read back when overdue, and settled by what the floor then shows', async () => {
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

  it('is given up with an unknown outcome in the end, never sent again', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    bench.clock.advance(confirmWithinMs);
    bench.floorStore.applyResync({ chats: [activeChat('supervisors')], transcripts: [] }, false);
    bench.clock.advance(giveUpAfterMs);
    expect(bench.story('r-barge')).toEqual(['sending', 'accepted', 'notConfirmed', 'command.outcomeUnknown']);
    expect(bench.centre.asked).toHaveLength(1);
  });

  it('is answered only when it is known, if the server may or may not have done it', async () => {
    const bench = newBench();
    bench.centre.answerNext(fail('command.outcomeUnknown'));
    const answer = bench.commands['chats.bargeIn'](barge);
    await settle();
    expect(bench.centre.resynchronisations).toBe(1);
    becomes(bench, 'everyone');
    expect(await answer).toEqual(done);
    expect(bench.story('r-barge')).toEqual(['sending', 'notConfirmed', 'settled']);
  });

  it('tells the words of the server when it took the command back', async () => {
    const bench = newBench();
    await bench.commands['chats.bargeIn'](barge);
    bench.floorStore.applyEvents([{ type: 'operationFailed', referenceId: 7, serverMessage: 'Request failed' }]);
    expect(bench.centre.resynchronisations).toBe(1);
    bench.clock.advance(giveUpAfterMs);
    expect(bench.changes.at(-1)).toMatchObject({ error: { code: 'command.refused', serverMessage: 'Request failed' } });
  });

  it('is treated as of unknown outcome when the platform fails unexpectedly', async () => {
    const bench = newBench();
    bench.centre.answerNext(new Error('broken'));
    const answer = bench.commands['chats.bargeIn'](barge);
    await settle();
    bench.clock.advance(giveUpAfterMs);
    expect(await answer).toEqual(fail('command.outcomeUnknown'));
    expect(bench.log.messages).toEqual(['error: a command failed unexpectedly']);
  });

  it('is over with the session', async () => {
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

describe('stepping back to silent', () => {
  it('waits for the answer to a barge-in under way and then undoes it, though nothing offers it yet', async () => {
    const bench = newBench('supervisors', { allowedActions: ['switchToBargeIn'] });
    bench.centre.hold();
    const bargeAnswer = bench.commands['chats.bargeIn'](barge);
    const backAnswer = bench.commands['chats.monitor'](stepBack);
    await settle();
    expect(bench.centre.asked.map((asked) => asked.request)).toEqual([{ chatId: 'chat-1', mode: 'bargeIn' }]);
    bench.centre.release();
    await bargeAnswer;
    await settle();
    expect(bench.centre.asked.map((asked) => asked.request)).toContainEqual({ chatId: 'chat-1', mode: 'monitor' });
    bench.centre.release();
    await backAnswer;
    expect(bench.story('r-back')).toEqual(['sending', 'accepted']);
    becomes(bench, 'everyone');
    // Both were asked for in one millisecond, and still the step back is the later wish.
    expect([bench.story('r-barge').at(-1), bench.story('r-back').at(-1)]).toEqual(['settled', 'accepted']);
    becomes(bench, 'supervisors');
    expect([bench.story('r-barge').at(-1), bench.story('r-back').at(-1)]).toEqual(['settled', 'settled']);
  });

  it('sends nothing when the barge-in under way was refused', async () => {
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

  it('is confirmed by a reading when the two changes were told as none', async () => {
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
  it('is over for good: it does not come back as unconfirmed', async () => {
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

describe('a change of mode that the server did in part', () => {
  const partly = fail('command.partlyDone', { serverMessage: 'Some channels failed' });

  it('reads the state again, and is done when that shows the mode', async () => {
    const bench = newBench();
    bench.centre.answerNext(partly);
    const result = bench.commands['chats.bargeIn'](barge);
    await settle();
    expect([bench.centre.resynchronisations, bench.story('r-barge')]).toEqual([1, ['sending', 'notConfirmed']]);
    becomes(bench, 'everyone');
    expect(await result).toEqual(done);
  });

  it('says so, with the words of the server, when the state does not show it', async () => {
    const bench = newBench();
    bench.centre.answerNext(partly);
    const result = bench.commands['chats.bargeIn'](barge);
    await bench.clock.advanceSettled(giveUpAfterMs);
    expect(await result).toEqual(partly);
  });
});
