import { describe, expect, it } from 'vitest';
import { fail } from '../../../../main/base/result';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { live, offline, StepBackBench as Bench } from '../../../support/floor/step-back-bench';

describe('stepping back in all chats', () => {
  it('requests monitor mode wherever anyone sees the supervisor, and nowhere else', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach', c: 'monitor' });
    await bench.begin();
    expect(bench.asked()).toEqual(['switchMode a monitor', 'switchMode b monitor']);
    expect(bench.items).toEqual(['chat a: requested', 'chat b: requested']);
  });

  it('leaves alone who only agents see when only customers are meant, and counts coaching as not yet over', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    await bench.begin('customers');
    expect(bench.asked()).toEqual(['switchMode a monitor']);
    await bench.tellMode('a', 'coach');
    expect(bench.state?.outcome).toBe('working');
    await bench.tellMode('a', 'monitor');
    expect([bench.state?.outcome, ...bench.items]).toEqual(['confirmed', 'chat a: monitoring']);
  });

  it('asks all of twenty-five chats back, and names all twenty-five', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `chat-${String(index)}`);
    const bench = Bench.in(Object.fromEntries(ids.map((id) => [id, 'bargeIn' as const])));
    await bench.begin();
    expect(bench.asked()).toHaveLength(25);
    for (const id of ids) await bench.tellMode(id, 'monitor');
    expect(new Set(bench.items)).toEqual(new Set(ids.map((id) => `chat ${id}: monitoring`)));
    expect(bench.state?.outcome).toBe('confirmed');
  });

  it('confirms only what the server shows, never an accepted request', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    await bench.begin();
    await bench.pass(2_000);
    expect(bench.state?.outcome).toBe('working');
    await bench.tellMode('a', 'monitor');
    expect(bench.state?.outcome).toBe('confirmed');
  });

  it('confirms at once when nothing is visible, and withdraws that as soon as it is untrue', async () => {
    const bench = Bench.in({ a: 'monitor' });
    await bench.begin();
    expect(bench.state?.outcome).toBe('confirmed');
    await bench.tellMode('a', 'bargeIn');
    expect(bench.state).toBeNull();
  });

  it('claims nothing while the connection is not live, and takes in what it finds when it is', async () => {
    const bench = Bench.in({ a: 'monitor' });
    bench.floorStore.connectionChanged(offline);
    await bench.begin();
    expect(bench.state?.outcome).toBe('notKnown');
    await bench.tellMode('a', 'coach');
    bench.floorStore.connectionChanged(live);
    await bench.pass(200);
    expect([bench.state?.outcome, ...bench.items]).toEqual(['working', 'chat a: requested']);
  });

  it('treats a mode that is not known as visible', async () => {
    const unknown = activeChat('supervisors', { chatId: 'a', participants: [] });
    const bench = new Bench(chatUpdated(unknown));
    expect(bench.floorStore.chat('a')?.mode).toBeNull();
    await bench.begin('customers');
    expect(bench.state?.outcome).toBe('working');
    expect(bench.asked()).toEqual(['switchMode a monitor']);
  });

  it('undoes a visible mode whose request is still under way', async () => {
    const bench = Bench.in({ a: 'monitor' });
    await bench.commands['chats.bargeIn']({ requestId: 'r-in', chatId: 'a' });
    bench.asked();
    await bench.begin();
    expect([bench.asked(), bench.state?.outcome]).toEqual([['switchMode a monitor'], 'working']);
  });
});

describe('what fails while stepping back', () => {
  it('is not repeated after a refusal, and named with the reason', async () => {
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
    expect(bench.asked()).toEqual(['switchMode a monitor']);
  });

  it('is repeated after growing pauses, six times in all', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    bench.centre.answerNext(...Array.from({ length: 6 }, () => fail('server.busy')));
    await bench.begin();
    for (let second = 0; second < 90; second += 1) await bench.pass(1_000);
    expect([bench.asked().length, bench.state?.outcome]).toEqual([6, 'failed']);
  });

  it('is repeated as soon as the connection is back', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    bench.floorStore.connectionChanged(offline);
    bench.centre.answerNext(fail('server.unreachable'));
    await bench.begin();
    await bench.pass(60_000);
    expect([bench.asked().length, ...bench.items]).toEqual([1, 'chat a: unreachable']);
    bench.floorStore.connectionChanged(live);
    await bench.pass(200);
    expect(bench.asked()).toEqual(['switchMode a monitor']);
  });

  it('is repeated by a second request, which sends nothing for what is under way', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'coach' });
    bench.centre.answerNext(fail('command.refused'));
    await bench.begin();
    bench.asked();
    await bench.begin();
    expect(bench.asked()).toEqual(['switchMode a monitor']);
  });
});

describe('a visible mode requested while stepping back', () => {
  it('is refused in the moment of stepping back', async () => {
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

  it('takes precedence when it comes later, and then nothing is claimed', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'monitor' });
    await bench.begin();
    await bench.pass(1_500);
    await bench.commands['chats.coach']({ requestId: 'r-later', chatId: 'b' });
    bench.asked();
    await bench.tellMode('b', 'coach');
    await bench.tellMode('a', 'monitor');
    expect([bench.state, bench.asked()]).toEqual([null, []]);
  });

  it('belongs to it when the supervisor did not request it here', async () => {
    const bench = Bench.in({ a: 'bargeIn', b: 'monitor' });
    await bench.begin();
    bench.asked();
    await bench.tellMode('b', 'coach');
    expect(bench.asked()).toEqual(['switchMode b monitor']);
  });
});

describe('the end of stepping back', () => {
  it('comes with the end of the session', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    await bench.begin();
    bench.floorStore.signedOut();
    await bench.pass(60_000);
    expect(bench.state).toBeNull();
  });

  it('comes when the report is closed: nothing is repeated', async () => {
    const bench = Bench.in({ a: 'bargeIn' });
    bench.centre.answerNext(fail('server.busy'));
    await bench.begin();
    bench.asked();
    bench.stepBack.close();
    await bench.pass(60_000);
    expect([bench.state, bench.asked()]).toEqual([null, []]);
  });
});
