import { describe, expect, it } from 'vitest';
import type { JournalData, JournalEntry, JournalKind } from '../../../../preload/contract';
import { lanesOf, shownEntries } from '../../../../renderer/features/journal/lanes';

const period = { from: 0, to: 100 };

function journal(...records: readonly (readonly [number, JournalKind, JournalData?])[]): readonly JournalEntry[] {
  return records.map(([at, kind, data = {}], place) => ({ seq: place + 1, at, kind, data }));
}

describe('the lanes of the timeline', () => {
  it('are one a chat, with a stretch for each mode', () => {
    const entries = journal(
      [10, 'chatJoined', { chat: 'c1', agent: 'a1', mode: 'monitor' }],
      [20, 'chatMode', { chat: 'c1', mode: 'coach' }],
      [25, 'message', { chat: 'c1' }],
      [30, 'chatEnded', { chat: 'c1' }],
    );
    expect(lanesOf(entries, period)).toEqual([
      {
        ...{ chatId: 'c1', agentId: 'a1', from: 10 },
        stretches: [
          { from: 10, to: 20, mode: 'monitor' },
          { from: 20, to: 30, mode: 'coach' },
        ],
        marks: [{ at: 25, kind: 'message' }],
      },
    ]);
  });

  it('go on to the end of the period while a chat has no end', () => {
    const entries = journal([10, 'chatJoined', { chat: 'c1', agent: null, mode: null }]);
    expect(lanesOf(entries, period)[0]?.stretches).toEqual([{ from: 10, to: 100, mode: null }]);
  });

  it.each(['signedOut', 'journalOpened'] as const)('end at %s: what was not recorded is not drawn', (kind) => {
    const entries = journal([10, 'chatJoined', { chat: 'c1', agent: null, mode: 'coach' }], [40, kind]);
    expect(lanesOf(entries, period)[0]?.stretches).toEqual([{ from: 10, to: 40, mode: 'coach' }]);
  });

  it('take a mode from elsewhere for unknown', () => {
    const entries = journal([10, 'chatJoined', { chat: 'c1', agent: 5, mode: 'shout' }]);
    expect(lanesOf(entries, period)[0]).toMatchObject({ agentId: null, stretches: [{ mode: null }] });
  });
});

describe('the records shown', () => {
  const entries = journal(
    [10, 'chatJoined', { chat: 'c1', mode: 'monitor' }],
    [20, 'message', { chat: 'c1' }],
    [30, 'message', { chat: 'c2' }],
  );

  it('are the latest first', () => {
    expect(shownEntries(entries, { filter: 'all', chatId: null }).map(({ seq }) => seq)).toEqual([3, 2, 1]);
  });

  it('are those of the filter and the chosen chat', () => {
    expect(shownEntries(entries, { filter: 'messages', chatId: 'c1' }).map(({ seq }) => seq)).toEqual([2]);
  });
});
