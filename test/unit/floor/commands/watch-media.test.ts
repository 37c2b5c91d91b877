import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { settle } from '../../../support/virtual-clock';

const wish = { requestId: 'r-1', agentId: 'user-ada', mode: 'monitor', scope: 'allChats' } as const;
const next = { ...wish, scope: 'nextChat' } as const;
const stop = { requestId: 's-1', agentId: 'user-ada' } as const;

/** A desk whose account has a channel for text messages as well. */
function benchWithBoth(): CommandBench {
  const bench = new CommandBench();
  const ready = { state: 'ready', text: null, stateId: null } as const;
  bench.floorStore.applyEvents([
    {
      type: 'ownChannelsUpdated',
      channels: [
        { medium: 'chat', ...ready },
        { medium: 'sms', ...ready },
      ],
    },
  ]);
  return bench;
}
const asked = (bench: CommandBench): unknown =>
  bench.centre.asked.map(({ what, request }) => `${what} ${(request as { medium: string }).medium}`);
const media = (bench: CommandBench): unknown => bench.floorStore.watchOf('user-ada')?.media ?? null;

describe('a watch over two media', () => {
  it('is one wish and two requests, and stopped by two', async () => {
    const bench = benchWithBoth();
    expect(await bench.commands['agents.watch'](wish)).toEqual(done);
    expect(media(bench)).toEqual(['chat', 'sms']);
    expect(await bench.commands['agents.stopWatching'](stop)).toEqual(done);
    expect(asked(bench)).toEqual(['watch chat', 'watch sms', 'stopWatching chat', 'stopWatching sms']);
    expect(bench.floorStore.watches).toEqual([]);
  });

  it.each([
    ['the first', [fail('command.forbidden')], ['sms']],
    ['the second', [done, fail('command.forbidden')], ['chat']],
  ])('refused for %s is the rest, and is told as partly done', async (_, answers, expected) => {
    const bench = benchWithBoth();
    bench.centre.answerNext(...answers);
    expect(await bench.commands['agents.watch'](wish)).toEqual(fail('command.partlyDone'));
    expect(media(bench)).toEqual(expected);
  });

  it('refused for both is none', async () => {
    const bench = benchWithBoth();
    bench.centre.answerNext(fail('command.forbidden'), fail('command.forbidden'));
    expect(await bench.commands['agents.watch'](wish)).toEqual(fail('command.forbidden'));
    expect(media(bench)).toBeNull();
  });

  it('of which one answer never came shows what is sure, and says that the rest is not', async () => {
    const bench = benchWithBoth();
    bench.centre.answerNext(done, fail('command.outcomeUnknown'));
    const answer = bench.commands['agents.watch'](wish);
    await settle();
    expect(media(bench)).toEqual(['chat']);
    bench.clock.advance(giveUpAfterMs);
    expect(await answer).toEqual(fail('command.outcomeUnknown'));
  });

  it('made in another mode leaves nothing behind in the older where the newer is refused', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch']({ ...wish, mode: 'bargeIn' });
    bench.centre.asked.length = 0;
    bench.centre.answerNext(done, fail('command.forbidden'));
    await bench.commands['agents.watch']({ ...wish, requestId: 'r-2' });
    expect(asked(bench)).toEqual(['watch chat', 'watch sms', 'stopWatching sms']);
    expect(bench.floorStore.watchOf('user-ada')).toMatchObject({ mode: 'monitor', media: ['chat'] });
  });

  it('stopped in part still shows the rest', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](wish);
    bench.centre.answerNext(done, fail('server.busy'));
    expect(await bench.commands['agents.stopWatching'](stop)).toEqual(fail('command.partlyDone'));
    expect(media(bench)).toEqual(['sms']);
  });

  it('is made again for what it covered, and is as much as is granted again', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch']({ ...wish, nickname: 'Care team' });
    bench.centre.asked.length = 0;
    bench.centre.answerNext(done, fail('command.forbidden'));
    bench.floorStore.sessionRenewed();
    await settle();
    expect(bench.centre.asked[0]?.request).toMatchObject({ nickname: 'Care team', medium: 'chat' });
    expect(bench.floorStore.watchOf('user-ada')).toMatchObject({ state: 'active', media: ['chat'] });
  });
});

describe('a one-chat watch over two media', () => {
  it('waits for no second chat by the other medium', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](next);
    bench.centre.asked.length = 0;
    bench.floorStore.applyEvents([chatUpdated(activeChat('supervisors', { medium: 'sms' }))]);
    await settle();
    expect(asked(bench)).toEqual(['stopWatching chat']);
    expect(media(bench)).toBeNull();
  });

  it('stays in sight while the server still waits', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](next);
    bench.centre.answerNext(fail('server.unreachable'));
    bench.floorStore.applyEvents([chatUpdated(activeChat())]);
    await settle();
    expect(media(bench)).toEqual(['sms']);
  });

  it('made anew meanwhile is left alone', async () => {
    const bench = benchWithBoth();
    await bench.commands['agents.watch'](next);
    bench.centre.hold();
    bench.floorStore.applyEvents([chatUpdated(activeChat())]);
    await settle();
    bench.clock.advance(5);
    void bench.commands['agents.watch']({ ...wish, requestId: 'r-2' });
    bench.centre.release();
    await settle();
    bench.centre.release();
    await settle();
    bench.centre.release();
    await settle();
    expect(bench.floorStore.watchOf('user-ada')).toMatchObject({ scope: 'allChats', media: ['chat', 'sms'] });
  });
});
