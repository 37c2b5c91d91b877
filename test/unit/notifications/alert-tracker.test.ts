import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlertTracker, maxSeparate, minSoundGapMs, type AlertPlan } from '../../../main/notifications/alert-tracker';
import type { ChatAlert } from '../../../main/notifications/chat-alert';

const rules = ['customerWaiting', 'threats', 'danger'] as const;
const levels = ['toast', 'sound', 'insistent'] as const;

function alertOf(chatId: string, rule: (typeof rules)[number] = 'customerWaiting'): ChatAlert {
  return { kind: 'needsYou', chatId, agentName: 'Ana', rule };
}

function planAt(tracker: AlertTracker, now: number, changes: { isQuiet?: boolean; escalatesAfterMs?: number } = {}) {
  return tracker.plan({ now, isQuiet: false, escalatesAfterMs: null, ...changes });
}

function shownIn({ notifications, summary }: AlertPlan): readonly string[] {
  return [...notifications.keys(), ...(summary === null ? [] : [`+${summary.chatIds.length}`])];
}

describe('AlertTracker', () => {
  it('shows one notification per chat, with the strongest reason', () => {
    const tracker = new AlertTracker();
    tracker.raise(alertOf('1'), 'toast', 0);
    const first = planAt(tracker, 0);
    tracker.raise(alertOf('1', 'danger'), 'insistent', 10);
    const second = planAt(tracker, 10);
    expect(first.sound).toBeNull();
    expect(second.sound).toBe('1');
    expect([...second.notifications.values()].map(({ alert, level }) => [alert, level])).toEqual([
      [alertOf('1', 'danger'), 'insistent'],
    ]);
    expect(second.notifications.get('1')?.revision).not.toBe(first.notifications.get('1')?.revision);
  });

  it('drops an alert when its reason ends and keeps the weaker one in place', () => {
    const tracker = new AlertTracker();
    tracker.raise(alertOf('1'), 'toast', 0);
    tracker.raise(alertOf('1', 'threats'), 'sound', 0);
    const before = planAt(tracker, 0).notifications.get('1')?.revision;
    tracker.keepOnly((alert) => alert.kind === 'needsYou' && alert.rule === 'customerWaiting');
    expect(planAt(tracker, 1).notifications.get('1')).toEqual({
      alert: alertOf('1'),
      level: 'toast',
      revision: before,
    });
    tracker.keepOnly(() => false);
    expect(shownIn(planAt(tracker, 2))).toEqual([]);
  });

  it('puts the others into a summary and lets a stronger alert take a place', () => {
    const tracker = new AlertTracker();
    for (let index = 0; index < 7; index += 1) tracker.raise(alertOf(`${index}`), 'toast', index);
    expect(shownIn(planAt(tracker, 10))).toEqual(['0', '1', '2', '3', '+3']);
    tracker.raise(alertOf('danger', 'danger'), 'insistent', 20);
    const plan = planAt(tracker, 3_000);
    expect(shownIn(plan)).toEqual(['0', '1', '2', 'danger', '+4']);
    expect(plan.sound).toBe('danger');
  });

  it('shows nothing while it is quiet and everything afterwards', () => {
    const tracker = new AlertTracker();
    tracker.raise(alertOf('1'), 'sound', 0);
    expect(planAt(tracker, 0, { isQuiet: true })).toMatchObject({ sound: null, summary: null });
    expect(shownIn(planAt(tracker, 0, { isQuiet: true }))).toEqual([]);
    expect(planAt(tracker, 60_000)).toMatchObject({ sound: '1' });
  });

  it('reminds after five minutes, unless the reason ended', () => {
    const tracker = new AlertTracker();
    for (const chatId of ['1', '2']) tracker.raise(alertOf(chatId), 'sound', 0);
    planAt(tracker, 0);
    for (const chatId of ['1', '2']) tracker.remindLater(chatId, 1_000);
    const waiting = planAt(tracker, 2_000);
    expect([shownIn(waiting), waiting.nextAt]).toEqual([[], 301_000]);
    tracker.keepOnly(({ chatId }) => chatId === '1');
    expect(planAt(tracker, 301_000)).toMatchObject({ sound: '1' });
  });

  it('raises an alert without a reaction one level, once', () => {
    const tracker = new AlertTracker();
    tracker.raise(alertOf('1'), 'toast', 0);
    expect(planAt(tracker, 0, { escalatesAfterMs: 60_000 })).toMatchObject({ sound: null, nextAt: 60_000 });
    expect(planAt(tracker, 60_000, { escalatesAfterMs: 60_000 })).toMatchObject({ sound: '1' });
    expect(planAt(tracker, 600_000, { escalatesAfterMs: 60_000 })).toMatchObject({ sound: null, nextAt: null });
  });

  it('repeats an insistent alert until it is settled', () => {
    const tracker = new AlertTracker();
    tracker.raise(alertOf('1', 'danger'), 'insistent', 0);
    expect([0, 10_000, 30_000, 60_000].map((now) => planAt(tracker, now).sound)).toEqual(['1', null, '1', '1']);
    tracker.settle('1');
    expect(planAt(tracker, 90_000)).toMatchObject({ sound: null, nextAt: null });
  });

  it('is never louder than one sound in two seconds and misses no chat, whatever happens', () => {
    const event = fc.record({
      chat: fc.nat(40),
      rule: fc.nat(2),
      afterMs: fc.nat(400),
      kind: fc.constantFrom('raise', 'raise', 'raise', 'settle', 'end', 'remind'),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 300 }), (events) => {
        const tracker = new AlertTracker();
        const [expected, sounds] = [new Set<string>(), [] as number[]];
        let now = 0;
        for (const { chat, rule, afterMs, kind } of events) {
          now += afterMs;
          const chatId = `${chat}`;
          if (kind === 'raise') {
            tracker.raise(alertOf(chatId, rules[rule]), levels[rule] ?? 'toast', now);
            expected.add(chatId);
          } else if (kind === 'remind') {
            tracker.remindLater(chatId, now);
          } else {
            if (kind === 'settle') tracker.settle(chatId);
            else tracker.keepOnly((alert) => alert.chatId !== chatId);
            expected.delete(chatId);
          }
          const plan = planAt(tracker, now);
          if (plan.sound !== null) sounds.push(now);
          const listed = new Set(tracker.all().map((alert) => alert.chatId));
          expect(listed).toEqual(expected);
          const unexpected = [...plan.notifications.keys()].filter((shown) => !expected.has(shown));
          expect(unexpected).toEqual([]);
        }
        const gaps = sounds.slice(1).map((at, index) => at - (sounds[index] ?? 0));
        expect(gaps.every((gap) => gap >= minSoundGapMs)).toBe(true);
      }),
    );
  });

  it('stays calm in a storm of a thousand alerts in a minute', () => {
    const tracker = new AlertTracker();
    let [sounds, changes] = [0, 0];
    let before: AlertPlan | null = null;
    for (let index = 0; index < 1_000; index += 1) {
      tracker.raise(alertOf(`${index % 400}`, 'threats'), 'sound', index * 60);
      const plan = planAt(tracker, index * 60);
      if (plan.sound !== null) sounds += 1;
      if (plan.summary?.revision !== before?.summary?.revision) changes += 1;
      before = plan;
    }
    expect(sounds).toBeLessThanOrEqual(30);
    expect(changes).toBeLessThanOrEqual(30);
    expect(tracker.all()).toHaveLength(400);
    expect(before?.notifications.size).toBeGreaterThanOrEqual(maxSeparate);
  });
});
