import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { beginAttempt, endAttempt, isExhausted, newTarget, rearm } from '../../../../main/floor/step-back/target';

const target = () => newTarget({ kind: 'chat', id: 'a', customerName: null, agentName: null }, 1_000);

describe('the attempts for one item', () => {
  it('pause 2, 4, 8, 16 and then 30 seconds', () => {
    const one = target();
    const pauses = Array.from({ length: 6 }, () => {
      beginAttempt(one, 1_000);
      return one.nextAttemptAtMs - 1_000;
    });
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(isExhausted(one)).toBe(true);
    rearm(one, 5_000);
    expect([one.attempts, one.nextAttemptAtMs, isExhausted(one)]).toEqual([0, 5_000, false]);
  });

  it('are on their way from request to response', () => {
    const one = target();
    beginAttempt(one, 1_000);
    expect(one.isRequested).toBe(true);
    expect([endAttempt(one, done), one.isRequested]).toEqual([null, false]);
  });

  it.each([
    ['command.refused', true, 'command.refused'],
    ['command.forbidden', true, 'command.forbidden'],
    ['server.busy', false, 'server.busy'],
    ['command.alreadyPending', false, undefined],
  ] as const)('end with %s: final %s, reported as %s', (code, isFinal, reported) => {
    const one = target();
    beginAttempt(one, 1_000);
    expect(endAttempt(one, fail(code))?.code).toBe(reported);
    expect(isExhausted(one)).toBe(isFinal);
  });
});
