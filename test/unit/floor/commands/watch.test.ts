import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated, customer, sofia } from '../../../support/floor/readings';
import { settle } from '../../../support/virtual-clock';

const request = { requestId: 'r-1', agentId: 'user-ada', mode: 'monitor', scope: 'allChats' } as const;
const next = { ...request, scope: 'nextChat' } as const;
const states = (bench: CommandBench): unknown => bench.floorStore.watches.map(({ agentId, state }) => [agentId, state]);
const modesAsked = (bench: CommandBench): unknown =>
  bench.centre.asked.map(({ request }) => (request as { readonly mode?: string }).mode);

describe('watch', () => {
  it('settles when the server accepts it', async () => {
    const bench = new CommandBench();
    expect(await bench.commands['agents.watch'](request)).toEqual(done);
    expect(bench.floorStore.watches).toEqual([
      {
        ...{ agentId: 'user-ada', mode: 'monitor', scope: 'allChats', nickname: '', media: ['chat'] },
        ...{ state: 'active', since: bench.clock.now() },
      },
    ]);
    expect(bench.story('r-1')).toEqual(['sending', 'settled']);
  });

  it('is not listed when the server refuses it or the outcome is unknown', async () => {
    const bench = new CommandBench();
    bench.centre.answerNext(fail('command.forbidden'), fail('command.outcomeUnknown'));
    expect(await bench.commands['agents.watch'](request)).toEqual(fail('command.forbidden'));
    const answer = bench.commands['agents.watch']({ ...request, requestId: 'r-2' });
    await settle();
    bench.clock.advance(giveUpAfterMs);
    expect(await answer).toEqual(fail('command.outcomeUnknown'));
    expect(bench.floorStore.watches).toEqual([]);
  });

  it('is pending once per agent', async () => {
    const bench = new CommandBench();
    bench.centre.hold();
    void bench.commands['agents.watch'](request);
    expect(await bench.commands['agents.watch']({ ...request, requestId: 'r-2' })).toEqual(
      fail('command.alreadyPending'),
    );
    expect(await bench.commands['agents.stopWatching']({ requestId: 'r-3', agentId: 'user-ada' })).toEqual(
      fail('command.alreadyPending'),
    );
    void bench.commands['agents.watch']({ ...request, requestId: 'r-4', agentId: 'user-ben' });
    expect(bench.centre.asked).toHaveLength(2);
  });

  it('is not listed when its session ended before the acceptance', async () => {
    const bench = new CommandBench();
    bench.centre.hold();
    const answer = bench.commands['agents.watch'](request);
    bench.floorStore.signedOut();
    bench.noCentre();
    bench.centre.release();
    expect(await answer).toEqual(fail('session.signedOut'));
    expect(bench.floorStore.watches).toEqual([]);
  });

  it('is cancelled by stopWatching', async () => {
    const bench = new CommandBench();
    await bench.commands['agents.watch'](request);
    expect(await bench.commands['agents.stopWatching']({ requestId: 'r-2', agentId: 'user-ada' })).toEqual(done);
    expect([bench.floorStore.watches, bench.centre.asked.length]).toEqual([[], 2]);
    expect(await bench.commands['agents.stopWatching']({ requestId: 'r-3', agentId: 'user-ada' })).toEqual(done);
    expect(bench.centre.asked).toHaveLength(2);
  });
});

describe('a nextChat watch', () => {
  it('ends when the agent’s next chat is joined', async () => {
    const bench = new CommandBench();
    await bench.commands['agents.watch'](next);
    bench.floorStore.applyEvents([
      chatUpdated({ chatId: 'chat-1', state: 'active', allowedActions: [], participants: [] }),
    ]);
    expect(states(bench)).toEqual([['user-ada', 'active']]);
    bench.floorStore.applyEvents([chatUpdated(activeChat())]);
    expect(states(bench)).toEqual([]);
    expect(bench.changes.at(-1)).toEqual({ type: 'watchesChanged', watches: [] });
  });

  it('ends when its chat precedes the acceptance', async () => {
    const bench = new CommandBench();
    bench.centre.hold();
    const answer = bench.commands['agents.watch'](next);
    bench.floorStore.applyEvents([chatUpdated(activeChat())]);
    bench.centre.release();
    expect(await answer).toEqual(done);
    expect(states(bench)).toEqual([]);
  });

  it('is not consumed by an earlier chat, another agent’s chat, or an intrusion', async () => {
    const bench = new CommandBench(chatUpdated(activeChat()));
    await bench.commands['agents.watch'](next);
    const ben = {
      participantId: 'part-ben',
      type: 'agent',
      nickname: 'Ben',
      userId: 'user-ben',
      visibility: 'everyone',
    } as const;
    bench.floorStore.applyEvents([
      chatUpdated(activeChat('agents')),
      chatUpdated(activeChat('agents', { chatId: 'chat-2', participants: [ben, customer, sofia('agents')] })),
      chatUpdated({ chatId: 'chat-3', state: 'invited', allowedActions: ['accept'], participants: [] }),
      chatUpdated(activeChat('agents', { chatId: 'chat-3' })),
    ]);
    expect(states(bench)).toEqual([['user-ada', 'active']]);
  });
});

describe('renewWatchesAfterSessionChange', () => {
  it('requests every watch again with its mode and scope, one at a time', async () => {
    const bench = new CommandBench();
    await bench.commands['agents.watch'](request);
    await bench.commands['agents.watch']({ ...next, requestId: 'r-2', agentId: 'user-ben', mode: 'coach' });
    bench.centre.asked.length = 0;
    bench.centre.hold();
    bench.floorStore.sessionRenewed();
    expect(states(bench)).toEqual([
      ['user-ada', 'renewing'],
      ['user-ben', 'renewing'],
    ]);
    await settle();
    expect(bench.centre.asked).toHaveLength(1);
    bench.centre.release();
    await settle();
    bench.centre.release(fail('command.forbidden'));
    await settle();
    expect(bench.centre.asked.map((asked) => asked.request)).toMatchObject([
      { agentId: 'user-ada', mode: 'monitor', scope: 'allChats' },
      { agentId: 'user-ben', mode: 'coach', scope: 'nextChat' },
    ]);
    expect(states(bench)).toEqual([
      ['user-ada', 'active'],
      ['user-ben', 'lost'],
    ]);
  });

  it('cancels a watch again that was removed during its renewal', async () => {
    const bench = new CommandBench();
    await bench.commands['agents.watch'](request);
    bench.centre.hold();
    bench.floorStore.sessionRenewed();
    await settle();
    expect(await bench.commands['agents.stopWatching']({ requestId: 'r-2', agentId: 'user-ada' })).toEqual(done);
    bench.centre.release();
    await settle();
    expect(bench.centre.asked.map((asked) => asked.what)).toEqual(['watch', 'watch', 'stopWatching']);
    expect(states(bench)).toEqual([]);
  });

  it('waits for a pending watch command and renews that watch', async () => {
    const bench = new CommandBench();
    await bench.commands['agents.watch'](request);
    bench.centre.hold();
    const answer = bench.commands['agents.watch']({ ...request, requestId: 'r-2', mode: 'coach' });
    bench.floorStore.sessionRenewed();
    await settle();
    expect(modesAsked(bench)).toEqual(['monitor', 'coach']);
    bench.centre.release();
    await settle();
    expect(states(bench)).toEqual([['user-ada', 'renewing']]);
    bench.centre.release();
    expect(await answer).toEqual(done);
    await settle();
    expect(modesAsked(bench)).toEqual(['monitor', 'coach', 'coach']);
    expect(bench.floorStore.watches).toMatchObject([{ mode: 'coach', state: 'active' }]);
  });

  it('renews the older watch when the pending command is refused', async () => {
    const bench = new CommandBench();
    await bench.commands['agents.watch'](request);
    bench.centre.hold();
    void bench.commands['agents.watch']({ ...request, requestId: 'r-2', mode: 'coach' });
    bench.floorStore.sessionRenewed();
    await settle();
    bench.centre.release(fail('command.forbidden'));
    await settle();
    bench.centre.release();
    await settle();
    expect(modesAsked(bench)).toEqual(['monitor', 'coach', 'monitor']);
    expect(bench.floorStore.watches).toMatchObject([{ mode: 'monitor', state: 'active' }]);
  });

  it('runs before a later watch command of the same agent', async () => {
    const bench = new CommandBench();
    await bench.commands['agents.watch'](request);
    bench.centre.hold();
    bench.floorStore.sessionRenewed();
    await settle();
    const answer = bench.commands['agents.watch']({ ...request, requestId: 'r-2', mode: 'coach' });
    await settle();
    expect(modesAsked(bench)).toEqual(['monitor', 'monitor']);
    bench.centre.release();
    await settle();
    bench.centre.release();
    expect(await answer).toEqual(done);
    expect(modesAsked(bench)).toEqual(['monitor', 'monitor', 'coach']);
    expect(bench.floorStore.watches).toMatchObject([{ mode: 'coach', state: 'active' }]);
  });

  it('stops when another session change overtakes it', async () => {
    const bench = new CommandBench();
    await bench.commands['agents.watch'](request);
    bench.centre.hold();
    bench.floorStore.sessionRenewed();
    await settle();
    bench.floorStore.sessionRenewed();
    await settle();
    bench.centre.release(fail('session.expired'));
    await settle();
    expect(states(bench)).toEqual([['user-ada', 'renewing']]);
    bench.centre.release();
    await settle();
    expect(states(bench)).toEqual([['user-ada', 'active']]);
  });
});
