import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { StepBackBench as Bench } from '../../../support/floor/step-back-bench';
import { askedByMedium, benchWithBoth } from '../../../support/floor/watch-bench';

const agentId = 'user-ada';
const unknown = fail('command.outcomeUnknown');

/** A floor of an account with both media, without chats. */
function newBench(): Bench {
  const bench = Bench.in({});
  benchWithBoth(bench);
  return bench;
}

/** What the step back asked for. */
async function askedByStepBack(bench: Bench): Promise<readonly string[]> {
  bench.centre.asked.length = 0;
  await bench.begin();
  return askedByMedium(bench);
}

describe('a watch during a step back', () => {
  it('that is listed as silent is requested again only where another may be held', async () => {
    const bench = newBench();
    await bench.watch(agentId, 'monitor');
    // The chat is refused; the outcome by text message is unknown, and so is that of the attempt to settle it.
    bench.centre.answerNext(fail('command.forbidden'), unknown, unknown);
    void bench.commands['agents.watch']({ requestId: 'r-doubt', agentId, mode: 'bargeIn', scope: 'allChats' });
    await bench.pass(11_000);
    expect(await askedByStepBack(bench)).toEqual(['watch sms']);
  });

  it('that becomes silent in part is settled where the rest may still be held', async () => {
    const bench = newBench();
    await bench.watch(agentId, 'bargeIn');
    bench.centre.answerNext(done, fail('command.forbidden'), fail('server.unreachable'));
    const asked = await askedByStepBack(bench);
    expect(asked.slice(0, 5)).toEqual(['watch chat', 'watch sms', 'stopWatching sms', 'watch sms', 'stopWatching sms']);
    await bench.pass(200);
    expect([bench.items, bench.log.messages]).toEqual([['watch user-ada: monitoring'], []]);
  });

  it.each(['command.refused', 'command.forbidden'] as const)('that ends with %s is cancelled', async (code) => {
    const bench = newBench();
    await bench.watch(agentId, 'bargeIn');
    bench.centre.answerNext(fail(code), fail(code));
    expect(await askedByStepBack(bench)).toEqual(['watch chat', 'watch sms', 'stopWatching chat', 'stopWatching sms']);
    expect(bench.floorStore.watches).toEqual([]);
  });

  it('is cancelled by a command of its own for each agent', async () => {
    const bench = Bench.in({});
    await bench.watch(agentId, 'bargeIn');
    await bench.watch('user-ben', 'bargeIn');
    bench.centre.answerNext(fail('command.refused'), fail('command.refused'));
    await bench.begin();
    const ended = bench.changes.flatMap((change) =>
      change.type === 'commandSettled' && change.command.kind === 'stopWatching' ? [change.command] : [],
    );
    expect(ended.map((command) => command.agentId)).toEqual([agentId, 'user-ben']);
    expect(new Set(ended.map(({ requestId }) => requestId)).size).toBe(2);
  });

  it('stays an open item when its request fails', async () => {
    const bench = Bench.in({});
    await bench.watch(agentId, 'bargeIn');
    bench.centre.answerNext(fail('server.unreachable'));
    await bench.begin();
    await bench.pass(200);
    expect([bench.asked(), bench.state?.items[0]?.error?.code]).toEqual([
      ['watch user-ada monitor'],
      'server.unreachable',
    ]);
  });
});
