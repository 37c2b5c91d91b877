import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatState } from '../../../../../preload/contract';
import { isHot, waitedMs, waitingSince } from '../../../../../renderer/domain/time/waiting';
import { entry, liveChat } from '../seeds';

describe('waitingSince', () => {
  it('claims no wait across a gap', () => {
    const gap = { afterIndex: 1, beforeIndex: 3, from: 0, to: 1 };
    const entries = [entry(1, 'customer'), entry(3, 'customer')];
    expect(waitingSince(liveChat(), entries, [gap])).toBe(entries[1]?.at);
    expect(waitingSince(liveChat(), entries.slice(0, 1), [gap])).toBeNull();
    expect(waitingSince(liveChat(), entries, [{ ...gap, afterIndex: null }])).toBe(entries[0]?.at);
  });

  it.each([
    ['nothing was said', [], null],
    ['the customer wrote once', [entry(1, 'customer')], 1_000],
    [
      'the customer wrote three times since the answer',
      [entry(1, 'agent'), entry(2, 'customer'), entry(3, 'customer'), entry(4, 'customer')],
      2_000,
    ],
    ['the agent answered', [entry(1, 'customer'), entry(2, 'agent')], null],
    ['the agent only whispered', [entry(1, 'customer'), entry(2, 'agent', { visibility: 'agents' })], 1_000],
    ['the supervisor answered in sight', [entry(1, 'customer'), entry(2, 'self')], null],
    ['the supervisor whispered', [entry(1, 'customer'), entry(2, 'self', { visibility: 'agents' })], 1_000],
    ['another supervisor answered', [entry(1, 'customer'), entry(2, 'supervisor')], null],
    ['somebody joined meanwhile', [entry(1, 'customer'), entry(2, 'agent', { kind: 'joined' })], 1_000],
    ['the agent pushed a page', [entry(1, 'customer'), entry(2, 'agent', { kind: 'url' })], null],
    ['a machine said something', [entry(1, 'customer'), entry(2, 'other')], 1_000],
  ] as const)('when %s', (_, entries, expected) => {
    expect(waitingSince(liveChat(), entries)).toBe(expected);
  });

  it.each(['invited', 'left', 'finished', 'revoked', 'joinFailed'] as const)(
    'is nobody’s wait in a chat that is %s',
    (state: ChatState) => {
      expect(waitingSince(liveChat({ state }), [entry(1, 'customer')])).toBeNull();
    },
  );

  it('never names a moment before the last answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('customer', 'agent', 'self', 'other'), { maxLength: 40 }), (authors) => {
        const entries = authors.map((by, place) => entry(place + 1, by));
        const since = waitingSince(liveChat(), entries);
        const lastAnswer = entries.findLast(({ author }) => author.kind === 'agent' || author.kind === 'self')?.at ?? 0;
        const waits = entries.filter(({ author, at }) => author.kind === 'customer' && at > lastAnswer);
        expect(since).toBe(waits[0]?.at ?? null);
      }),
    );
  });
});

describe('waitedMs', () => {
  it('is never negative when the server’s clock is ahead', () => {
    expect(waitedMs(5_000, 3_000)).toBe(0);
    expect(waitedMs(null, 3_000)).toBeNull();
  });

  it('is hot from three minutes on', () => {
    expect([null, 0, 179_999, 180_000].map(isHot)).toEqual([false, false, false, true]);
  });
});
