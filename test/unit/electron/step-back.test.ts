import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../main/base/result';
import { createStepBack } from '../../../main/step-back';
import type { Chat, Done, PendingIntent, Result, Snapshot } from '../../../preload/contract';
import { chatOf, connectionOf, floorOf } from '../../support/electron/floor-pictures';
import { MemoryLog } from '../../support/floor/memory-log';
import { VirtualClock } from '../../support/virtual-clock';

/** A floor that is changed by hand, and a server that answers as told. */
function bench(chats: readonly Chat[], phase: Snapshot['connection']['phase'] = 'live') {
  const clock = new VirtualClock();
  const log = new MemoryLog();
  const asked: string[] = [];
  const gaveUp: number[] = [];
  const state = {
    floor: floorOf({ chats, connection: connectionOf(phase) }),
    answer: (): Result<Done> => succeed(null),
  };
  const listeners = new Set<() => void>();
  let id = 0;
  const stepBack = createStepBack({
    floor: {
      snapshot: () => state.floor,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    monitor: (request) => {
      asked.push(request.chatId);
      return Promise.resolve(state.answer());
    },
    clock,
    newId: () => `r${String((id += 1))}`,
    log: log.logger,
    gaveUp: (count) => gaveUp.push(count),
  });
  const pass = async (ms: number): Promise<void> => {
    await clock.advanceSettled(ms);
  };
  return {
    ...{ asked, gaveUp, log, clock, stepBack, pass, state },
    change: (changes: Partial<Snapshot>): void => {
      state.floor = { ...state.floor, ...changes };
      for (const listener of listeners) listener();
    },
  };
}
const loud = chatOf({ id: 'seen-by-all', mode: 'bargeIn' });
const silent = chatOf({ id: 'seen-by-all', mode: 'monitor' });
const intent = (kind: PendingIntent['kind'], since: number): PendingIntent => ({
  ...{ requestId: `${kind} of the window`, kind, chatId: loud.id, agentId: null, phase: 'sending', since },
});

describe('stepping back everywhere without a window', () => {
  it('asks for silence in every chat in which anybody sees the supervisor, and in no other', async () => {
    const { asked, stepBack, pass } = bench([
      loud,
      chatOf({ id: 'seen-by-agents', mode: 'coach' }),
      chatOf({ id: 'silent', mode: 'monitor' }),
      chatOf({ id: 'asked-in', mode: null, state: 'invited' }),
      chatOf({ id: 'over', mode: 'bargeIn', state: 'finished' }),
    ]);
    stepBack.everywhere(0);
    await pass(0);
    expect(asked).toEqual(['seen-by-all', 'seen-by-agents']);
  });

  it('asks again when the line is back, until the server shows it silent', async () => {
    const { asked, stepBack, pass, change, state } = bench([loud], 'offline');
    state.answer = () => fail('server.unreachable');
    stepBack.everywhere(0);
    await pass(120_000);
    expect(asked).toHaveLength(1);
    state.answer = () => succeed(null);
    change({ connection: connectionOf('live') });
    await pass(200);
    expect(asked).toHaveLength(2);
    change({ chats: [silent] });
    await pass(120_000);
    expect(asked).toHaveLength(2);
  });

  it('takes in what is found to be seen once the floor is known again', async () => {
    const { asked, stepBack, pass, change } = bench([], 'stale');
    stepBack.everywhere(0);
    await pass(5_000);
    change({ chats: [loud], connection: connectionOf('live') });
    await pass(200);
    expect(asked).toEqual([loud.id]);
  });

  it('leaves it to a window that does it, and does it for one that hangs', async () => {
    const working = bench([loud]);
    working.stepBack.everywhere(600);
    working.change({ pending: [intent('monitor', working.clock.now())] });
    await working.pass(5_000);
    working.change({ pending: [], chats: [silent] });
    await working.pass(5_000);
    expect(working.asked).toEqual([]);
    const hanging = bench([loud]);
    hanging.stepBack.everywhere(600);
    await hanging.pass(500);
    expect(hanging.asked).toEqual([]);
    await hanging.pass(200);
    expect(hanging.asked).toEqual([loud.id]);
  });

  it('never takes back a louder mode that was asked for afterwards', async () => {
    const { asked, stepBack, pass, change, clock, state } = bench([chatOf({ ...loud, mode: 'coach' })]);
    state.answer = () => fail('server.fault');
    stepBack.everywhere(0);
    await pass(500);
    change({ pending: [intent('bargeIn', clock.now())] });
    await pass(200);
    change({ pending: [], chats: [loud] });
    await pass(120_000);
    expect(asked).toHaveLength(1);
  });

  it('undoes a louder mode that was on its way already', async () => {
    const { asked, stepBack, pass, change, clock } = bench([silent]);
    change({ pending: [intent('bargeIn', clock.now())] });
    stepBack.everywhere(0);
    await pass(0);
    expect(asked).toEqual([loud.id]);
  });

  it('gives up on a refusal at once, else after a while, and says so', async () => {
    const refused = bench([loud]);
    refused.state.answer = () => fail('command.refused');
    refused.stepBack.everywhere(0);
    await refused.pass(60_000);
    expect([refused.asked.length, refused.gaveUp]).toEqual([1, [1]]);
    const failing = bench([loud]);
    failing.state.answer = () => fail('server.fault');
    failing.stepBack.everywhere(0);
    for (let minute = 0; minute < 60; minute += 1) await failing.pass(60_000);
    expect([failing.asked.length, failing.gaveUp]).toEqual([12, [1]]);
  });

  it('is over with the session and with the program', async () => {
    const { asked, stepBack, pass, change, clock } = bench([loud], 'offline');
    stepBack.everywhere(0);
    change({ connection: connectionOf('signedOut') });
    await pass(200);
    change({ connection: connectionOf('live') });
    await pass(60_000);
    stepBack.everywhere(0);
    stepBack.dispose();
    await pass(60_000);
    expect([asked.length, clock.waiting]).toEqual([2, []]);
  });
});
