import { describe, expect, it } from 'vitest';
import { fail } from '../../../../main/base/result';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { inMode, StepBackBench as Bench } from '../../../support/floor/step-back-bench';

describe('watches during a step back', () => {
  it('are requested again in monitor mode, with a resync before anything is confirmed', async () => {
    const bench = Bench.in({});
    await bench.watch('user-ada', 'bargeIn');
    await bench.begin();
    expect(bench.asked()).toEqual(['watch user-ada monitor']);
    await bench.pass(200);
    expect([bench.state?.outcome, ...bench.items]).toEqual(['working', 'watch user-ada: monitoring']);
    expect(bench.centre.resynchronisations).toBe(1);
    await bench.readAgain();
    expect(bench.state?.outcome).toBe('confirmed');
    expect(bench.floorStore.watchOf('user-ada')).toMatchObject({ mode: 'monitor', scope: 'allChats' });
  });

  it('include a chat that one of them joined unnoticed', async () => {
    const bench = Bench.in({});
    await bench.watch('user-ada', 'coach');
    await bench.begin();
    await bench.pass(200);
    bench.asked();
    await bench.readAgain(inMode('a', 'coach'));
    expect([bench.asked(), bench.state?.outcome]).toEqual([['monitor a'], 'working']);
  });

  it('are cancelled where the server refuses monitor mode', async () => {
    const bench = Bench.in({});
    await bench.watch('user-ada', 'bargeIn');
    bench.centre.answerNext(fail('command.refused'));
    await bench.begin();
    await bench.pass(200);
    await bench.readAgain();
    expect(bench.asked()).toEqual(['watch user-ada monitor', 'stopWatching user-ada']);
    expect([bench.state?.outcome, ...bench.items]).toEqual(['confirmed', 'watch user-ada: ended']);
  });

  it('include unlisted ones with unknown outcome', async () => {
    const bench = Bench.in({});
    // The outcome of the request, and of the attempt to settle it, is unknown.
    bench.centre.answerNext(fail('command.outcomeUnknown'), fail('command.outcomeUnknown'));
    const result = bench.commands['agents.watch']({
      ...{ requestId: 'r-doubt', agentId: 'user-ada', mode: 'bargeIn', scope: 'allChats' },
    });
    await bench.pass(11_000);
    expect([await result, bench.floorStore.watches]).toMatchObject([{ ok: false }, []]);
    bench.asked();
    await bench.begin();
    expect([bench.asked(), bench.state?.outcome]).toEqual([
      ['watch user-ada monitor', 'stopWatching user-ada'],
      'working',
    ]);
    await bench.pass(200);
    await bench.readAgain();
    expect(bench.state?.outcome).toBe('confirmed');
  });

  it('are awaited while their request is pending', async () => {
    const bench = Bench.in({});
    bench.centre.hold();
    const asked = bench.commands['agents.watch']({
      ...{ requestId: 'r-slow', agentId: 'user-ada', mode: 'coach', scope: 'allChats' },
    });
    await bench.pass(0);
    bench.asked();
    await bench.begin();
    expect([bench.asked(), bench.items]).toEqual([[], ['watch user-ada: requested']]);
    bench.centre.release();
    await asked;
    await bench.pass(200);
    expect(bench.asked()).toEqual(['watch user-ada monitor']);
  });
});

describe('invitations during a step back', () => {
  const invited = activeChat('supervisors', { chatId: 'a', state: 'invited', allowedActions: ['accept', 'reject'] });

  it('are rejected when they would lead to a visible mode', async () => {
    const bench = Bench.in({});
    const intrude = { requestId: 'r-in', chatId: 'a', agentId: 'user-ada', mode: 'coach' } as const;
    await bench.commands['chats.intrude'](intrude);
    bench.floorStore.applyEvents([chatUpdated(invited)]);
    bench.asked();
    await bench.begin();
    expect([bench.asked(), bench.items]).toEqual([['reject a'], ['invitation a: requested']]);
    const declined = { ...invited, state: 'finished', allowedActions: [] } as const;
    bench.floorStore.applyEvents([chatUpdated(declined)]);
    await bench.pass(200);
    await bench.readAgain(declined);
    expect([bench.state?.outcome, ...bench.items]).toEqual(['confirmed', 'invitation a: ended']);
  });

  it('stay open when they lead to monitor mode', async () => {
    const bench = Bench.in({});
    const intrude = { requestId: 'r-in', chatId: 'a', agentId: 'user-ada', mode: 'monitor' } as const;
    await bench.commands['chats.intrude'](intrude);
    bench.floorStore.applyEvents([chatUpdated(invited)]);
    bench.asked();
    await bench.begin();
    expect([bench.asked(), bench.state?.outcome]).toEqual([[], 'confirmed']);
  });
});
