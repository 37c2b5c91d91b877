import { describe, expect, it } from 'vitest';
import {
  acknowledgementEnds,
  isStillAcknowledged,
  pruneAcknowledgements,
} from '../../../../main/floor/attention/acknowledgements';
import type { AttentionReason } from '../../../../preload/contract';

const minute = 60_000;
const waiting = (changes: Partial<AttentionReason> = {}): AttentionReason => ({
  rule: 'customerWaiting',
  severity: 'warm',
  since: 0,
  count: null,
  words: null,
  entryIndex: 4,
  ...changes,
});
const said = (changes: Partial<AttentionReason> = {}): AttentionReason =>
  waiting({ rule: 'insults', since: 10 * minute, count: 1, words: 'fool', ...changes });

describe('an acknowledged reason', () => {
  it('stays hidden until it has lasted twice as long, and at least two minutes', () => {
    const late = { reason: waiting(), markedAt: 5 * minute };
    const early = { reason: waiting(), markedAt: minute };
    expect([10 * minute - 1, 10 * minute].map((now) => isStillAcknowledged(late, waiting(), now))).toEqual([
      true,
      false,
    ]);
    expect([3 * minute - 1, 3 * minute].map((now) => isStillAcknowledged(early, waiting(), now))).toEqual([
      true,
      false,
    ]);
    expect(acknowledgementEnds(new Map([['customerWaiting', late]]))).toEqual([10 * minute]);
  });

  it('stays hidden for good if it does not get worse with time or its start is not known', () => {
    const once = { reason: said(), markedAt: 11 * minute };
    expect(isStillAcknowledged(once, said(), 500 * minute)).toBe(true);
    const timeless = { reason: waiting({ since: null }), markedAt: minute };
    expect(isStillAcknowledged(timeless, waiting({ since: null }), 500 * minute)).toBe(true);
    expect(acknowledgementEnds(new Map([['customerWaiting', timeless]]))).toEqual([]);
  });

  it.each<readonly [string, AttentionReason, AttentionReason, boolean]>([
    ['is hotter', said(), said({ severity: 'hot' }), false],
    ['has cooled down', said({ severity: 'hot' }), said(), true],
    ['counts more', said(), said({ count: 2 }), false],
    ['counts less', said({ count: 2 }), said(), true],
    ['was said again elsewhere', said(), said({ entryIndex: 5 }), false],
    ['began again', waiting(), waiting({ since: 1 }), false],
    ['is the same', waiting(), waiting(), true],
  ])('that %s', (_how, seen, now, isHidden) => {
    expect(isStillAcknowledged({ reason: seen, markedAt: 11 * minute }, now, 11 * minute)).toBe(isHidden);
  });

  it('is forgotten once the reason is gone, and the others are kept', () => {
    const marks = new Map([
      ['customerWaiting', { reason: waiting(), markedAt: 0 }],
      ['insults', { reason: said(), markedAt: 0 }],
    ] as const);
    expect([...pruneAcknowledgements(marks, [said(), waiting({ rule: 'unanswered' })]).keys()]).toEqual(['insults']);
    expect([...pruneAcknowledgements(marks, []).keys()]).toEqual([]);
    expect(pruneAcknowledgements(marks, [said(), waiting()])).toBe(marks);
    expect([...pruneAcknowledgements(new Map(), [said()]).keys()]).toEqual([]);
  });
});
