import { describe, expect, it } from 'vitest';
import { fail } from '../../../../main/base/result';
import type { ChatUpdate } from '../../../../main/floor/events';
import type { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { askedByMedium, benchWithBoth, watchedMedia } from '../../../support/floor/watch-bench';
import { settle } from '../../../support/virtual-clock';

const request = { requestId: 'r-1', agentId: 'user-ada', mode: 'monitor', scope: 'allChats' } as const;
const next = { ...request, scope: 'nextChat' } as const;

async function joins(bench: CommandBench, chat: ChatUpdate): Promise<void> {
  bench.floorStore.applyEvents([chatUpdated(chat)]);
  await settle();
}

/** A `nextChat` watch in coach mode that is so old that no earlier one can have joined its chat. */
async function benchWithOldWatch(): Promise<CommandBench> {
  const bench = benchWithBoth();
  await bench.commands['agents.watch']({ ...next, mode: 'coach' });
  bench.clock.advance(40_000);
  bench.centre.asked.length = 0;
  return bench;
}

describe('a nextChat watch over two media', () => {
  it('does not wait for a second chat by the other medium', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](next);
    bench.centre.asked.length = 0;
    bench.floorStore.applyEvents([chatUpdated(activeChat('supervisors', { medium: 'sms' }))]);
    await settle();
    expect(askedByMedium(bench)).toEqual(['stopWatching chat']);
    expect(watchedMedia(bench)).toBeNull();
  });

  it('stays listed while the server still waits', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](next);
    bench.centre.answerNext(fail('server.unreachable'));
    bench.floorStore.applyEvents([chatUpdated(activeChat())]);
    await settle();
    expect(watchedMedia(bench)).toEqual(['sms']);
    expect(bench.log.messages).toEqual(['warn: consumed watch could not be cancelled']);
  });

  it('is not cancelled when it was requested again meanwhile', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](next);
    bench.centre.hold();
    bench.floorStore.applyEvents([chatUpdated(activeChat())]);
    await settle();
    bench.clock.advance(5);
    void bench.commands['agents.watch']({ ...request, requestId: 'r-2' });
    bench.centre.release();
    await settle();
    bench.centre.release();
    await settle();
    bench.centre.release();
    await settle();
    expect(bench.floorStore.watchOf('user-ada')).toMatchObject({ scope: 'allChats', media: ['chat', 'sms'] });
  });
});

describe('the rest of a used-up watch', () => {
  it('is over for good when the server refuses to cancel it, because it holds none', async () => {
    const bench = await benchWithOldWatch();
    bench.centre.answerNext(fail('command.refused'));
    await joins(bench, activeChat('agents'));
    expect([watchedMedia(bench), bench.log.messages]).toEqual([null, []]);
    bench.floorStore.applyResync({ chats: [activeChat('agents')], transcripts: [] }, false);
    await settle();
    expect(askedByMedium(bench)).toEqual(['stopWatching sms']);
  });

  it('may still show the supervisor when the cancellation did not reach the server', async () => {
    const bench = await benchWithOldWatch();
    bench.centre.answerNext(fail('server.unreachable'));
    await joins(bench, activeChat('agents'));
    await joins(bench, activeChat('supervisors', { chatId: 'chat-2', medium: 'sms' }));
    expect(askedByMedium(bench)).toEqual(['stopWatching sms', 'watch sms', 'stopWatching sms']);
  });

  it('may be used up while it is cancelled', async () => {
    const bench = await benchWithOldWatch();
    bench.centre.hold();
    await joins(bench, activeChat('agents'));
    await joins(bench, activeChat('agents', { chatId: 'chat-2', medium: 'sms' }));
    bench.centre.release(fail('command.refused'));
    await settle();
    expect([watchedMedia(bench), bench.log.messages]).toEqual([null, []]);
  });

  it.each([
    ['for all chats, at the same moment', 'allChats', 0],
    ['for the next chat, later', 'nextChat', 5],
  ] as const)('is left alone when it was requested again %s', async (_, scope, laterMs) => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](next);
    bench.clock.advance(laterMs);
    bench.centre.hold();
    const answer = bench.commands['agents.watch']({ ...next, requestId: 'r-2', scope });
    await joins(bench, activeChat());
    bench.centre.release(fail('command.forbidden'));
    await settle();
    bench.centre.release();
    await settle();
    bench.centre.release();
    expect(await answer).toEqual(fail('command.partlyDone'));
    await settle();
    expect(askedByMedium(bench).slice(2)).toEqual(['watch chat', 'watch sms', 'stopWatching chat']);
    expect(bench.floorStore.watchOf('user-ada')).toMatchObject({ scope, media: ['sms'] });
  });

  it('is left alone when the whole watch was renewed meanwhile', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](next);
    bench.centre.hold();
    bench.floorStore.sessionRenewed();
    await joins(bench, activeChat());
    bench.centre.release();
    await settle();
    bench.centre.release();
    await settle();
    expect(askedByMedium(bench).slice(2)).toEqual(['watch chat', 'watch sms']);
    expect(watchedMedia(bench)).toEqual(['chat', 'sms']);
  });
});
