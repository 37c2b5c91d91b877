import { describe, expect, it } from 'vitest';
import type { TranscriptGap } from '../../../../../preload/contract';
import { transcriptRows } from '../../../../../renderer/domain/transcript/transcript-rows';
import type { RowsRequest } from '../../../../../renderer/domain/transcript/transcript-rows';
import { entry } from '../seeds';

const dayMs = 86_400_000;
const minute = 60_000;

function rows(request: Partial<RowsRequest> & Pick<RowsRequest, 'entries'>): string[] {
  return transcriptRows({
    gaps: [],
    unreadFrom: null,
    today: null,
    dayOf: (at) => String(Math.floor(at / dayMs)),
    ...request,
  }).map((row) => {
    if (row.type === 'message') {
      return `${row.isFirstOfGroup ? '┌' : '│'}${String(row.entry.index)}${row.isLastOfGroup ? '┘' : ''}`;
    }
    return row.type === 'event' ? `event ${String(row.entry.index)}` : row.type;
  });
}

const gap = (afterIndex: number | null, beforeIndex: number | null): TranscriptGap => ({
  afterIndex,
  beforeIndex,
  from: 0,
  to: 1,
});

describe('transcriptRows', () => {
  it('joins what one author says to the same readers within two minutes', () => {
    const entries = [
      entry(1, 'customer', { at: 0 }),
      entry(2, 'customer', { at: minute }),
      entry(3, 'customer', { at: 3 * minute }),
      entry(4, 'agent', { at: 3 * minute }),
      entry(5, 'agent', { at: 3 * minute, visibility: 'agents' }),
    ];
    expect(rows({ entries })).toEqual(['day', '┌1', '│2┘', '┌3┘', '┌4┘', '┌5┘']);
  });

  it('starts a new group after an event, a gap, a day and the unread line', () => {
    const entries = [
      entry(1, 'customer', { at: 0 }),
      entry(2, 'agent', { at: 1, kind: 'joined' }),
      entry(3, 'customer', { at: 2 }),
      entry(7, 'customer', { at: 3 }),
      entry(8, 'customer', { at: 4 }),
      entry(9, 'customer', { at: dayMs }),
    ];
    expect(rows({ entries, gaps: [gap(3, 7)], unreadFrom: 8 })).toEqual([
      'day',
      '┌1┘',
      'event 2',
      '┌3┘',
      'gap',
      '┌7┘',
      'unread',
      '┌8┘',
      'day',
      '┌9┘',
    ]);
  });

  it('does not say that today is today', () => {
    const entries = [entry(1, 'customer', { at: 0 }), entry(2, 'agent', { at: dayMs })];
    expect(rows({ entries, today: '0' })).toEqual(['┌1┘', 'day', '┌2┘']);
    expect(rows({ entries, today: '1' })).toEqual(['day', '┌1┘', 'day', '┌2┘']);
  });

  it.each([
    ['open at the start', gap(null, 5), ['gap', 'day', '┌5┘', '┌6┘']],
    ['before everything known', gap(null, null), ['gap', 'day', '┌5┘', '┌6┘']],
    ['open at the end', gap(6, null), ['day', '┌5┘', '┌6┘', 'gap']],
    ['between two', gap(5, 6), ['day', '┌5┘', 'gap', '┌6┘']],
  ])('draws a gap %s', (_, one, expected) => {
    expect(rows({ entries: [entry(5, 'customer'), entry(6, 'agent')], gaps: [one] })).toEqual(expected);
  });

  it('draws several gaps in their order', () => {
    const entries = [entry(1, 'customer'), entry(5, 'agent')];
    expect(rows({ entries, gaps: [gap(5, null), gap(1, 3), gap(null, 1)] })).toEqual([
      'gap',
      'day',
      '┌1┘',
      'gap',
      '┌5┘',
      'gap',
    ]);
  });

  it('gives every row a key of its own that stays when news arrive', () => {
    const before = transcriptRows({
      entries: [entry(1, 'customer')],
      gaps: [gap(1, 3)],
      unreadFrom: null,
      today: null,
      dayOf: String,
    });
    const after = transcriptRows({
      entries: [entry(1, 'customer'), entry(3, 'agent')],
      gaps: [gap(1, 3)],
      unreadFrom: null,
      today: null,
      dayOf: String,
    });
    const keys = after.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.slice(0, before.length)).toEqual(before.map(({ key }) => key));
  });
});
