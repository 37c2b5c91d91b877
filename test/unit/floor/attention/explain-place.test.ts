import { describe, expect, it } from 'vitest';
import type { AttentionWhy, NextThing, PlaceClaim, SetAside } from '../../../../preload/contract';
import { AttentionBench } from '../../../support/floor/attention-bench';

/** Three waiting chats: "first" is urgent, "second" and "third" are warnings, the third one younger. */
function threeWaiting(): AttentionBench {
  const bench = new AttentionBench();
  for (const [chatId, seconds] of [
    ['first', 100],
    ['second', 20],
    ['third', 95],
  ] as const) {
    bench.chat(chatId);
    bench.says('customer', 'hello there', {}, chatId);
    bench.seconds(seconds);
  }
  return bench;
}

function ask(bench: AttentionBench, chatId: string, setAside: readonly SetAside[] = []): AttentionWhy {
  const why = bench.engine.why(chatId, setAside);
  if (why === null) throw new Error('every chat of this floor was read');
  return why;
}

function claimOf(why: AttentionWhy, thing: NextThing): PlaceClaim | undefined {
  return why.claims.find((claim) => claim.thing === thing);
}

describe('explaining a place', () => {
  it('names the place, the parts of each reason, and what is directly before it', () => {
    const why = ask(threeWaiting(), 'second');
    expect(why).toMatchObject({ place: 2, total: 3, score: 30, isSnoozed: false });
    expect(why.reasons).toEqual([
      {
        reason: expect.objectContaining({ rule: 'customerWaiting', severity: 'warm' }) as unknown,
        weight: { rule: 30, urgent: 0, noAgent: 0 },
        thresholds: expect.objectContaining({ threshold: 90, hotThreshold: 180 }) as unknown,
      },
    ]);
    expect(why.ahead).toEqual({ chatId: 'first', score: 430, decidedBy: 'score' });
    expect(ask(threeWaiting(), 'third').ahead).toEqual({ chatId: 'second', score: 30, decidedBy: 'age' });
    expect(ask(threeWaiting(), 'first').ahead).toBeNull();
  });

  it('says that an answered chat leaves the list, and when it rises if no one writes', () => {
    const why = ask(threeWaiting(), 'second');
    expect(claimOf(why, 'reply')).toEqual({ thing: 'reply', place: null, inMs: 0 });
    // Urgent after 180 s of waiting, and the first chat stays before it; nothing moves it until then.
    const second = claimOf(why, 'wait');
    expect(second).toEqual({ thing: 'wait', place: 2, inMs: null });
    const behind = new AttentionBench();
    behind.chat('older');
    behind.says('customer', 'I want to speak to a manager', {}, 'older');
    behind.says('agent', 'One moment', {}, 'older');
    behind.chat('younger');
    behind.says('customer', 'hello there', {}, 'younger');
    behind.seconds(100);
    const younger = ask(behind, 'younger');
    expect(younger.place).toBe(2);
    // Urgent at 180 s: 430 points against 428.
    expect(claimOf(younger, 'wait')).toEqual({ thing: 'wait', place: 1, inMs: 80_000 });
  });

  it('lets an urgent chat with a keyword fall, not leave, when it is answered', () => {
    const bench = new AttentionBench();
    bench.chat('upset');
    bench.says('customer', 'I want to speak to a manager', {}, 'upset');
    bench.seconds(200);
    bench.chat('waiting');
    bench.says('customer', 'hello there', {}, 'waiting');
    bench.seconds(200);
    const upset = ask(bench, 'upset');
    expect(upset.place).toBe(1);
    expect(claimOf(upset, 'reply')?.place).toBe(2);
  });

  it('says nothing about what comes next while the floor is not live', () => {
    const bench = threeWaiting();
    bench.connection('live');
    bench.connection('stale');
    expect(ask(bench, 'second')).toMatchObject({ place: 2, claims: [] });
  });

  it('lists handled reasons apart, and leaves a snoozed chat out of the places of the others', () => {
    const bench = threeWaiting();
    bench.engine.acknowledge('second', ['customerWaiting']);
    const handled = ask(bench, 'second');
    expect(handled).toMatchObject({ place: null, reasons: [], total: 2 });
    expect(handled.acknowledged).toHaveLength(1);
    const snooze: SetAside = { chatId: 'first', until: 'broughtBack', at: 0, after: null };
    expect(ask(bench, 'third', [snooze])).toMatchObject({ place: 1, total: 1 });
    expect(ask(bench, 'first', [snooze])).toMatchObject({ place: null, isSnoozed: true });
  });

  it('answers nothing for an unknown chat', () => {
    expect(threeWaiting().engine.why('nowhere', [])).toBeNull();
  });
});
