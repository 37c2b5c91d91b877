import { describe, expect, it } from 'vitest';
import { fail } from '../../../../main/base/result';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { live, offline, StepBackBench as Bench } from '../../../support/floor/step-back-bench';

describe('StepBack', () => {
  it('requests monitor mode wherever others see the supervisor, and nowhere else', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach', c: 'monitor' });
    await bench.begin();
    expect(bench.asked()).toEqual(['monitor a', 'monitor b']);
    expect(bench.items).toEqual(['chat a: requested', 'chat b: requested']);
  });

  it('begins by itself only where anyone could see the supervisor', async () => {
    const silent = Bench.in({ a: 'monitor' });
    silent.stepBack.beginIfVisible('everyone');
    expect([silent.state, silent.asked()]).toEqual([null, []]);
    const seen = Bench.in({ a: 'monitor', b: 'coach' });
    seen.stepBack.beginIfVisible('everyone');
    await seen.pass(0);
    expect(seen.asked()).toEqual(['monitor b']);
  });

  it('skips chats visible to agents only when the scope is customers, and coaching is not done', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    await bench.begin('customers');
    expect(bench.asked()).toEqual(['monitor a']);
    await bench.tellMode('a', 'coach');
    expect(bench.state?.outcome).toBe('working');
    await bench.tellMode('a', 'monitor');
    expect([bench.state?.outcome, ...bench.items]).toEqual(['confirmed', 'chat a: monitoring']);
  });

  it('requests all of twenty-five chats and lists all twenty-five', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `chat-${String(index)}`);
    const bench = Bench.in(Object.fromEntries(ids.map((id) => [id, 'bargeIn' as const])));
    await bench.begin();
    expect(bench.asked()).toHaveLength(25);
    for (const id of ids) await bench.tellMode(id, 'monitor');
    expect(new Set(bench.items)).toEqual(new Set(ids.map((id) => `chat ${id}: monitoring`)));
    expect(bench.state?.outcome).toBe('confirmed');
  });

  it('confirms what the server shows, never an accepted request', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    await bench.begin();
    await bench.pass(2_000);
    expect(bench.state?.outcome).toBe('working');
    await bench.tellMode('a', 'monitor');
    expect(bench.state?.outcome).toBe('confirmed');
  });

  it('confirms at once when nothing is visible, and withdraws it when that changes', async () => {
    const bench = Bench.in({ a: 'monitor' });
    await bench.begin();
    expect(bench.state?.outcome).toBe('confirmed');
    await bench.tellMode('a', 'bargeIn');
    expect(bench.state).toBeNull();
  });

  it('claims nothing while the connection is not live, and includes what it finds later', async () => {
    const bench = Bench.in({ a: 'monitor' });
    bench.floorStore.connectionChanged(offline);
    await bench.begin();
    expect(bench.state?.outcome).toBe('notKnown');
    await bench.tellMode('a', 'coach');
    bench.floorStore.connectionChanged(live);
    await bench.pass(200);
    expect([bench.state?.outcome, ...bench.items]).toEqual(['working', 'chat a: requested']);
  });

  it('treats an unknown mode as visible', async () => {
    const unknown = activeChat('supervisors', { chatId: 'a', participants: [] });
    const bench = new Bench(chatUpdated(unknown));
    expect(bench.floorStore.chat('a')?.mode).toBeNull();
    await bench.begin('customers');
    expect(bench.state?.outcome).toBe('working');
    expect(bench.asked()).toEqual(['monitor a']);
  });

  it('reverts a visible mode whose request is pending', async () => {
    const bench = Bench.in({ a: 'monitor' });
    await bench.commands['chats.bargeIn']({ requestId: 'r-in', chatId: 'a' });
    bench.asked();
    await bench.begin();
    expect([bench.asked(), bench.state?.outcome]).toEqual([['monitor a'], 'working']);
  });
});

describe('a failed item', () => {
  it('is not repeated after a refusal, and carries the reason', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    bench.centre.answerNext(fail('command.refused', { serverMessage: 'No' }));
    await bench.begin();
    await bench.tellMode('b', 'monitor');
    expect([bench.state?.outcome, ...bench.items]).toEqual(['failed', 'chat a: failed', 'chat b: monitoring']);
    expect(bench.state?.items[0]?.error).toEqual({ code: 'command.refused', serverMessage: 'No' });
    bench.asked();
    await bench.pass(600_000);
    expect(bench.asked()).toEqual([]);
    bench.stepBack.retry({ kind: 'chat', id: 'a' });
    await bench.pass(0);
    expect(bench.asked()).toEqual(['monitor a']);
  });

  it('is repeated after growing pauses, six times in all', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    bench.centre.answerNext(...Array.from({ length: 6 }, () => fail('server.busy')));
    await bench.begin();
    for (let second = 0; second < 90; second += 1) await bench.pass(1_000);
    expect([bench.asked().length, bench.state?.outcome]).toEqual([6, 'failed']);
  });

  it('is repeated when the connection returns', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    bench.floorStore.connectionChanged(offline);
    bench.centre.answerNext(fail('server.unreachable'));
    await bench.begin();
    await bench.pass(60_000);
    expect([bench.asked().length, ...bench.items]).toEqual([1, 'chat a: unreachable']);
    bench.floorStore.connectionChanged(live);
    await bench.pass(200);
    expect(bench.asked()).toEqual(['monitor a']);
  });

  it('is repeated by a second request, which sends nothing for pending items', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    bench.centre.answerNext(fail('command.refused'));
    await bench.begin();
    bench.asked();
    await bench.begin();
    expect(bench.asked()).toEqual(['monitor a']);
  });
});

describe('a visible mode requested during a step back', () => {
  it('is refused at the start of the step back', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'monitor' });
    await bench.begin();
    const late = { requestId: 'r-hold', chatId: 'b' };
    expect(await bench.commands['chats.bargeIn'](late)).toEqual(fail('command.steppingBack'));
    const watch = { requestId: 'r-watch', agentId: 'user-ada', mode: 'coach', scope: 'allChats' } as const;
    expect(await bench.commands['agents.watch'](watch)).toEqual(fail('command.steppingBack'));
    expect(await bench.commands['agents.watch']({ ...watch, requestId: 'r-2', mode: 'monitor' })).toMatchObject({
      ok: true,
    });
  });

  it('takes precedence when it comes later, and nothing is claimed', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'monitor' });
    await bench.begin();
    await bench.pass(1_500);
    await bench.commands['chats.coach']({ requestId: 'r-later', chatId: 'b' });
    bench.asked();
    await bench.tellMode('b', 'coach');
    await bench.tellMode('a', 'monitor');
    expect([bench.state, bench.asked()]).toEqual([null, []]);
  });

  it('belongs to the step back when this supervisor did not request it', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'monitor' });
    await bench.begin();
    bench.asked();
    await bench.tellMode('b', 'coach');
    expect(bench.asked()).toEqual(['monitor b']);
  });
});

describe('end of a step back', () => {
  it('follows the end of the session', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    await bench.begin();
    bench.floorStore.signedOut();
    await bench.pass(60_000);
    expect(bench.state).toBeNull();
  });

  it('follows the closing of the report: nothing is repeated', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    bench.centre.answerNext(fail('server.busy'));
    await bench.begin();
    bench.asked();
    bench.stepBack.close();
    await bench.pass(60_000);
    expect([bench.state, bench.asked()]).toEqual([null, []]);
  });
});
