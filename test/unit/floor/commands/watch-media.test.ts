import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import { CommandBench } from '../../../support/floor/command-bench';
import { askedByMedium, benchWithBoth, watchedMedia } from '../../../support/floor/watch-bench';
import { settle } from '../../../support/virtual-clock';

const request = { requestId: 'r-1', agentId: 'user-ada', mode: 'monitor', scope: 'allChats' } as const;
const stop = { requestId: 's-1', agentId: 'user-ada' } as const;

describe('a watch over two media', () => {
  it('is one watch with two requests, and two to cancel it', async () => {
    const bench = benchWithBoth();
    expect(await bench.commands['agents.watch'](request)).toEqual(done);
    expect(watchedMedia(bench)).toEqual(['chat', 'sms']);
    expect(await bench.commands['agents.stopWatching'](stop)).toEqual(done);
    expect(askedByMedium(bench)).toEqual(['watch chat', 'watch sms', 'stopWatching chat', 'stopWatching sms']);
    expect(bench.floorStore.watches).toEqual([]);
  });

  it.each([
    ['the first', [fail('command.forbidden')], ['sms']],
    ['the second', [done, fail('command.forbidden')], ['chat']],
  ])('refused for %s keeps the rest and fails as partly done', async (_, answers, expected) => {
    const bench = benchWithBoth();
    bench.centre.answerNext(...answers);
    expect(await bench.commands['agents.watch'](request)).toEqual(fail('command.partlyDone'));
    expect(watchedMedia(bench)).toEqual(expected);
  });

  it('refused for both is not listed', async () => {
    const bench = benchWithBoth();
    bench.centre.answerNext(fail('command.forbidden'), fail('command.forbidden'));
    expect(await bench.commands['agents.watch'](request)).toEqual(fail('command.forbidden'));
    expect(watchedMedia(bench)).toBeNull();
  });

  it('refused in part carries the message of the server', async () => {
    const bench = benchWithBoth();
    bench.centre.answerNext(done, fail('command.forbidden', { serverMessage: 'No' }));
    expect(await bench.commands['agents.watch'](request)).toEqual(fail('command.partlyDone', { serverMessage: 'No' }));
  });

  it('refused for one and unknown for the other is unknown', async () => {
    const bench = benchWithBoth();
    bench.centre.answerNext(fail('command.forbidden'), fail('command.outcomeUnknown'));
    const answer = bench.commands['agents.watch'](request);
    await settle();
    bench.clock.advance(giveUpAfterMs);
    expect(await answer).toEqual(fail('command.outcomeUnknown'));
  });

  it('covers text messages only with a channel for them', async () => {
    const bench = new CommandBench();
    const channel = { medium: 'chat', state: 'ready', text: null, stateId: null } as const;
    bench.floorStore.applyEvents([{ type: 'ownChannelsUpdated', channels: [channel] }]);
    await bench.commands['agents.watch'](request);
    expect(askedByMedium(bench)).toEqual(['watch chat']);
  });

  it('with one response missing lists the certain medium and reports the other as unknown', async () => {
    const bench = benchWithBoth();
    bench.centre.answerNext(done, fail('command.outcomeUnknown'));
    const answer = bench.commands['agents.watch'](request);
    await settle();
    expect(watchedMedia(bench)).toEqual(['chat']);
    bench.clock.advance(giveUpAfterMs);
    expect(await answer).toEqual(fail('command.outcomeUnknown'));
  });

  it('in another mode cancels the older watch where the newer one is refused', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch']({ ...request, mode: 'bargeIn' });
    bench.centre.asked.length = 0;
    bench.centre.answerNext(done, fail('command.forbidden'));
    await bench.commands['agents.watch']({ ...request, requestId: 'r-2' });
    expect(askedByMedium(bench)).toEqual(['watch chat', 'watch sms', 'stopWatching sms']);
    expect(bench.floorStore.watchOf('user-ada')).toMatchObject({ mode: 'monitor', media: ['chat'] });
  });

  it('cancelled in part keeps the rest', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](request);
    bench.centre.answerNext(done, fail('server.busy'));
    expect(await bench.commands['agents.stopWatching'](stop)).toEqual(fail('command.partlyDone'));
    expect(watchedMedia(bench)).toEqual(['sms']);
  });

  it('is renewed for its media, as far as the server accepts', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch']({ ...request, nickname: 'Care team' });
    bench.centre.asked.length = 0;
    bench.centre.answerNext(done, fail('command.forbidden'));
    bench.floorStore.sessionRenewed();
    await settle();
    expect(bench.centre.asked[0]?.request).toMatchObject({ nickname: 'Care team', medium: 'chat' });
    expect(bench.floorStore.watchOf('user-ada')).toMatchObject({ state: 'active', media: ['chat'] });
  });
});
