import { describe, expect, it } from 'vitest';
import type { Done, Result } from '../../../../preload/contract';
import { done, fail } from '../../../../main/base/result';
import { InvitationModes } from '../../../../main/floor/step-back/invitation-modes';
import { StepBack } from '../../../../main/floor/step-back/step-back';
import { WatchExposure } from '../../../../main/floor/step-back/watch-exposure';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { StepBackBench as Bench } from '../../../support/floor/step-back-bench';

const watched = { agentId: 'user-ada', medium: 'chat' } as const;
const coaching = { mode: 'coach', scope: 'allChats' } as const;

/** A step back whose watches are changed directly, as only the server's responses do otherwise. */
function withWatches(bench: Bench) {
  const { floorStore, clock, log } = bench;
  const watchExposure = new WatchExposure(clock);
  const asked: string[] = [];
  const ending =
    (what: string, result: Result<Done> = done) =>
    (id: string) => {
      asked.push(`${what} ${id}`);
      return Promise.resolve(result);
    };
  const stepBack = new StepBack({
    ...{ floorStore, clock, log: log.logger, watchExposure, invitationModes: new InvitationModes(floorStore) },
    end: { monitorChat: ending('chat'), declineInvitation: ending('decline'), monitorWatch: ending('watch') },
    resynchronise: () => asked.push('resync'),
  });
  return { stepBack, watchExposure, asked };
}

describe('a repeated step back', () => {
  it('keeps the wider scope and its items until all is confirmed', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    await bench.begin('everyone');
    await bench.tellMode('b', 'monitor');
    const first = bench.state?.number ?? 0;
    await bench.begin('customers');
    expect([bench.state?.scope, bench.state?.number]).toEqual(['everyone', first + 1]);
    expect(bench.items).toEqual(['chat a: requested', 'chat b: monitoring']);
  });

  it('stays with the customers as long as no more is asked for', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    await bench.begin('customers');
    await bench.begin('customers');
    expect([bench.state?.scope, ...bench.items]).toEqual(['customers', 'chat a: requested']);
  });

  it('widens to everyone', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    await bench.begin('customers');
    await bench.begin('everyone');
    expect([bench.state?.scope, ...bench.items]).toEqual(['everyone', 'chat a: requested', 'chat b: requested']);
  });

  it('starts over after a confirmed one, in its own scope', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'monitor' });
    await bench.begin('everyone');
    await bench.tellMode('a', 'monitor');
    expect(bench.state?.outcome).toBe('confirmed');
    await bench.begin('customers');
    expect([bench.state?.scope, bench.state?.outcome, ...bench.items]).toEqual(['customers', 'confirmed']);
  });

  it('includes what the supervisor requested during the one before', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'monitor' });
    await bench.begin();
    await bench.pass(1_500);
    await bench.commands['chats.coach']({ requestId: 'r-later', chatId: 'b' });
    await bench.tellMode('b', 'coach');
    expect(bench.items).toEqual(['chat a: requested']);
    bench.asked();
    await bench.begin();
    expect(bench.asked()).toEqual(['monitor b']);
  });
});

describe('a later request of the supervisor', () => {
  it('takes its own item off the list', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    bench.centre.answerNext(fail('command.refused'));
    await bench.begin();
    await bench.pass(1_500);
    await bench.commands['chats.coach']({ requestId: 'r-later', chatId: 'a' });
    await bench.pass(200);
    expect(bench.items).toEqual(['chat b: requested']);
  });

  it('cannot come within the first second', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    await bench.pass(5_000);
    expect(bench.stepBack.isTooSoon('coach')).toBe(false);
    await bench.begin();
    await bench.pass(999);
    expect([bench.stepBack.isTooSoon('coach'), bench.stepBack.isTooSoon('monitor')]).toEqual([true, false]);
    await bench.pass(1);
    expect(bench.stepBack.isTooSoon('coach')).toBe(false);
  });
});

describe('an invitation', () => {
  const invited = activeChat('supervisors', { chatId: 'a', state: 'invited', allowedActions: ['accept', 'reject'] });
  const intrude = { requestId: 'r-in', chatId: 'a', agentId: 'user-ada', mode: 'coach' } as const;

  it('is known as declined while the step back goes on', async () => {
    const bench = Bench.in({ b: 'coach' });
    await bench.commands['chats.intrude'](intrude);
    bench.floorStore.applyEvents([chatUpdated(invited)]);
    expect(bench.stepBack.isDeclining('a')).toBe(false);
    await bench.begin();
    expect(['a', 'b'].map((id) => bench.stepBack.isDeclining(id))).toEqual([true, false]);
    bench.stepBack.close();
    expect(bench.stepBack.isDeclining('a')).toBe(false);
  });

  it('whose request has an unknown outcome delays the confirmation until the floor was read again', async () => {
    const bench = Bench.in({});
    bench.centre.answerNext(fail('command.outcomeUnknown'));
    const asked = bench.commands['chats.intrude'](intrude);
    await bench.pass(600_000);
    await asked;
    const before = bench.centre.resynchronisations;
    await bench.begin();
    expect([bench.state?.outcome, bench.centre.resynchronisations]).toEqual(['working', before + 1]);
    await bench.readAgain();
    expect(bench.state?.outcome).toBe('confirmed');
  });

  it('that was refused delays nothing', async () => {
    const bench = Bench.in({});
    bench.centre.answerNext(fail('command.refused'));
    await bench.commands['chats.intrude'](intrude);
    await bench.begin();
    expect(bench.state?.outcome).toBe('confirmed');
  });
});

describe('the end of a step back', () => {
  it('comes with the sign-out, and no watch is held any longer', async () => {
    const bench = Bench.in({});
    const { stepBack, watchExposure, asked } = withWatches(bench);
    watchExposure.accepted(watched, coaching);
    stepBack.begin('everyone');
    await bench.pass(0);
    bench.floorStore.signedOut();
    expect([bench.state, asked]).toEqual([null, ['watch user-ada']]);
    expect(watchExposure.visible(() => true).size).toBe(0);
  });

  it('comes with the sign-out of the connection', async () => {
    const bench = Bench.in({ a: 'coach' });
    await bench.begin();
    bench.floorStore.connectionChanged({
      phase: 'signedOut',
      reason: 'healthy',
      lastSuccessAt: 1,
      nextAttemptAt: null,
    });
    await bench.pass(200);
    expect(bench.state).toBeNull();
  });

  it('leaves no timer and no subscription behind', async () => {
    const bench = Bench.in({ a: 'monitor' });
    const { stepBack, watchExposure, asked } = withWatches(bench);
    const before = bench.clock.waiting;
    watchExposure.accepted(watched, coaching);
    stepBack.begin('everyone');
    await bench.pass(0);
    expect(bench.clock.waiting.length).toBeGreaterThan(before.length);
    stepBack.dispose();
    expect(bench.clock.waiting).toEqual(before);
    await bench.tellMode('a', 'coach');
    expect(asked).toEqual(['watch user-ada']);
  });
});

describe('watches held by the server', () => {
  it('end with their session, and with no other signal', () => {
    const bench = Bench.in({});
    const { watchExposure } = withWatches(bench);
    watchExposure.accepted(watched, coaching);
    bench.floorStore.applyResync({ chats: [], transcripts: [] }, false);
    expect(watchExposure.visible(() => true).size).toBe(1);
    bench.floorStore.sessionRenewed();
    expect(watchExposure.visible(() => true).size).toBe(0);
  });

  it('are noticed without any change of the floor, and confirmed only after a read that began later', async () => {
    const bench = Bench.in({ a: 'coach' });
    const { stepBack, watchExposure, asked } = withWatches(bench);
    stepBack.begin('everyone');
    await bench.pass(0);
    watchExposure.requested(watched, coaching);
    await bench.pass(200);
    expect(asked).toEqual(['chat a', 'watch user-ada']);
    // A routine read that began before the watch ended proves nothing.
    await bench.readAgain();
    watchExposure.ended(watched);
    await bench.tellMode('a', 'monitor');
    expect([asked.at(-1), bench.state?.outcome]).toEqual(['resync', 'working']);
    await bench.readAgain();
    expect(bench.state?.outcome).toBe('confirmed');
  });

  it('are read again after ten seconds if the first read never ends', async () => {
    const bench = Bench.in({});
    const { stepBack, watchExposure, asked } = withWatches(bench);
    watchExposure.accepted(watched, coaching);
    stepBack.begin('everyone');
    await bench.pass(0);
    watchExposure.ended(watched);
    await bench.pass(9_000);
    expect(asked).toEqual(['watch user-ada', 'resync']);
    await bench.pass(2_000);
    expect([asked, bench.state?.outcome]).toEqual([['watch user-ada', 'resync', 'resync'], 'working']);
    await bench.readAgain();
    await bench.pass(20_000);
    expect([asked.length, bench.state?.outcome]).toEqual([3, 'confirmed']);
  });
});

describe('the outcome', () => {
  it('stays confirmed while nothing becomes visible', async () => {
    const bench = Bench.in({ a: 'monitor' });
    await bench.begin();
    await bench.tellMode('b', 'monitor');
    expect(bench.state?.outcome).toBe('confirmed');
  });

  it('is open while one item failed and another is on its way', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    bench.centre.answerNext(fail('command.refused'));
    await bench.begin();
    await bench.pass(200);
    expect([bench.state?.outcome, ...bench.items]).toEqual(['working', 'chat a: failed', 'chat b: requested']);
  });

  it('is failed when the rest has ended, and then takes in nothing new', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach', c: 'monitor' });
    bench.centre.answerNext(fail('command.refused'));
    await bench.begin();
    bench.floorStore.applyEvents([chatUpdated(activeChat('agents', { chatId: 'b', state: 'finished' }))]);
    await bench.pass(200);
    expect([bench.state?.outcome, ...bench.items]).toEqual(['failed', 'chat a: failed', 'chat b: ended']);
    bench.asked();
    await bench.tellMode('c', 'coach');
    expect(bench.asked()).toEqual([]);
  });

  it('repeats each item when it is due, not when the last one is', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    bench.centre.answerNext(fail('server.busy'), fail('server.busy'));
    await bench.begin();
    await bench.pass(1_000);
    await bench.tellMode('b', 'coach');
    bench.asked();
    await bench.pass(800);
    expect(bench.asked()).toEqual(['monitor a']);
  });
});
