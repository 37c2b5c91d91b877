import { describe, expect, it } from 'vitest';
import { fail } from '../../../../main/base/result';
import { CommandBench, sofiaSignedIn } from '../../../support/floor/command-bench';
import { self } from '../../../support/floor/readings';
import { settle } from '../../../support/virtual-clock';

const request = { requestId: 'r-1', agentId: 'user-ada', mode: 'monitor', scope: 'allChats' } as const;
const state = (bench: CommandBench): unknown => bench.floorStore.watchOf('user-ada')?.state;
const asked = (bench: CommandBench): unknown =>
  bench.centre.asked.map(({ what, request }) => [what, (request as { readonly mode?: string }).mode].join(' '));

/** A listed watch; requests wait from now on. */
async function benchWithWatch(): Promise<CommandBench> {
  const bench = new CommandBench();
  await bench.commands['agents.watch'](request);
  bench.centre.asked.length = 0;
  bench.centre.hold();
  return bench;
}

describe('the renewal of a watch', () => {
  it('goes on whatever else happens on the floor', async () => {
    const bench = await benchWithWatch();
    bench.floorStore.sessionRenewed();
    await settle();
    bench.floorStore.applyEvents([{ type: 'operationFailed', referenceId: null, serverMessage: 'No' }]);
    bench.centre.release();
    await settle();
    expect([state(bench), asked(bench)]).toEqual(['active', ['watch monitor']]);
  });

  it('asks for nothing after the sign-out', async () => {
    const bench = await benchWithWatch();
    bench.floorStore.sessionRenewed();
    await settle();
    bench.floorStore.signedOut();
    bench.centre.release();
    await settle();
    expect(asked(bench)).toEqual(['watch monitor']);
  });

  it('of an earlier sign-in says nothing about a watch of now', async () => {
    const bench = await benchWithWatch();
    bench.floorStore.sessionRenewed();
    await settle();
    bench.floorStore.signedOut();
    bench.floorStore.signedIn(sofiaSignedIn, self);
    bench.floorStore.putWatch({ ...request, nickname: '' }, ['chat'], bench.floorStore.joins);
    bench.floorStore.sessionRenewed();
    await settle();
    bench.centre.release(fail('session.expired'));
    await settle();
    expect(state(bench)).toBe('renewing');
    bench.centre.release();
    await settle();
    expect([state(bench), asked(bench)]).toEqual(['active', ['watch monitor', 'watch monitor']]);
  });

  it('is requested once when the session changed twice while it waited', async () => {
    const bench = await benchWithWatch();
    void bench.commands['agents.watch']({ ...request, requestId: 'r-2', mode: 'coach' });
    bench.floorStore.sessionRenewed();
    bench.floorStore.sessionRenewed();
    await settle();
    bench.centre.release(fail('command.forbidden'));
    await settle();
    bench.centre.release();
    await settle();
    expect([state(bench), asked(bench)]).toEqual(['active', ['watch coach', 'watch monitor']]);
  });
});

describe('the end of a watch', () => {
  const stop = { requestId: 's-1', agentId: 'user-ada' } as const;

  it('is awaited before the agent is watched again; another agent can be watched', async () => {
    const bench = await benchWithWatch();
    void bench.commands['agents.stopWatching'](stop);
    const again = bench.commands['agents.watch']({ ...request, requestId: 'r-2' });
    expect(await again).toEqual(fail('command.alreadyPending'));
    void bench.commands['agents.watch']({ ...request, requestId: 'r-3', agentId: 'user-ben' });
    await settle();
    expect(asked(bench)).toEqual(['stopWatching ', 'watch monitor']);
  });

  it('does not wait for the watch of another agent', async () => {
    const bench = await benchWithWatch();
    void bench.commands['agents.watch']({ ...request, requestId: 'r-3', agentId: 'user-ben' });
    void bench.commands['agents.stopWatching'](stop);
    await settle();
    expect(asked(bench)).toEqual(['watch monitor', 'stopWatching ']);
  });

  it('of an earlier sign-in leaves a watch of now listed', async () => {
    const bench = await benchWithWatch();
    void bench.commands['agents.stopWatching'](stop);
    await settle();
    bench.floorStore.signedOut();
    bench.noCentre();
    bench.floorStore.signedIn(sofiaSignedIn, self);
    bench.floorStore.putWatch({ ...request, nickname: '' }, ['chat'], bench.floorStore.joins);
    bench.centre.release();
    await settle();
    expect(state(bench)).toBe('active');
  });
});
