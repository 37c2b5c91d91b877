import { describe, expect, it } from 'vitest';
import { foldChatUpdate } from '../../../../main/floor/ledger/chat-fold';
import { toPastEntries } from '../../../../main/floor/ledger/past-transcript';
import { emptyRecord, hasEnded, instantOf, type ChatRecord } from '../../../../main/floor/ledger/record';
import { toChat, toGaps, toTyping } from '../../../../main/floor/ledger/view';
import { activeChat, ada, customer, entry, self, sofia } from '../../../support/floor/readings';
import { VirtualClock } from '../../../support/virtual-clock';

const moment = { now: 1_000_000, monotonicMs: 0 };
const viewpoint = { self, isWatched: () => false };
const empty = emptyRecord('chat-1', moment);
const shown = (changes: Partial<ChatRecord>) => toChat({ ...empty, ...changes }, viewpoint);

describe('toChat', () => {
  it('shows an empty record as a chat of which nothing is known', () => {
    expect(shown({})).toEqual({
      ...{ id: 'chat-1', medium: 'chat', state: 'unknown', mode: null, allowedActions: [], participants: [] },
      ...{ customerName: null, agentId: null, agentName: null, customerData: [], receivedAt: null },
      ...{ firstSeenAt: 1_000_000, endedAt: null },
    });
  });

  it('names customer and agent by the first who wrote, while no list has them', () => {
    const entries = toPastEntries(
      [
        entry(1),
        entry(2, { from: { ...customer, participantId: 'part-2', nickname: 'Kim' } }),
        entry(3, { from: ada }),
      ],
      viewpoint,
      moment,
    );
    expect(shown({ entries })).toMatchObject({
      customerName: 'Theo Brandt',
      agentId: 'user-ada',
      agentName: 'Ada',
    });
    const known = { customerName: 'Zoe', agentId: 'user-ben', agentName: 'Ben' };
    expect(shown({ entries, ...known })).toMatchObject(known);
  });

  it('says how much the server left out, and nothing where it left out nothing', () => {
    expect(shown({ participantsLeftOut: 2, customerDataLeftOut: 3 })).toMatchObject({
      participantsLeftOut: 2,
      customerDataLeftOut: 3,
    });
    expect(Object.keys(shown({})).filter((name) => name.endsWith('LeftOut'))).toEqual([]);
  });

  it('shows the own visibility that an entry says, and of others only what is reported', () => {
    const silent = [ada, sofia('agents')].map((participant) => ({ ...participant, visibility: null }));
    const context = { moment, viewpoint, nextJoin: () => 1 };
    const record = foldChatUpdate(empty, activeChat('agents', { participants: silent }), context);
    const entries = toPastEntries([entry(4, { kind: 'joined', from: sofia('agents') })], viewpoint, moment);
    expect(toChat({ ...record, entries }, viewpoint).participants).toEqual([
      { participantId: 'part-ada', kind: 'agent', nickname: 'Ada', userId: 'user-ada', visibility: null },
      { participantId: 'part-sofia', kind: 'self', nickname: 'Sofia', userId: 'user-sofia', visibility: 'agents' },
    ]);
  });
});

it('shows only gaps in which an entry may be missing', () => {
  const entries = toPastEntries([entry(1), entry(2), entry(5)], viewpoint, moment);
  const gaps = [1, 2, null].map((afterIndex, place) => ({ afterIndex, from: place, to: place }));
  expect(toGaps({ ...empty, entries, gaps })).toEqual([{ afterIndex: 2, beforeIndex: 5, from: 1, to: 1 }]);
});

it('takes the instant of the server where its clock is ahead', () => {
  const clock = new VirtualClock(5_000);
  clock.advance(20);
  expect([instantOf(clock), instantOf(clock, 700)]).toEqual([
    { now: 5_020, monotonicMs: 20 },
    { now: 5_720, monotonicMs: 20 },
  ]);
});

it('shows no one typing where no one does', () => {
  expect(toTyping({ ...empty, state: 'active' }, viewpoint, moment)).toEqual([]);
});

it.each([
  ['left', true],
  ['finished', true],
  ['revoked', true],
  ['joinFailed', true],
  ['active', false],
  ['invited', false],
  ['unknown', false],
] as const)('takes a chat that is %s for ended: %s', (state, expected) => {
  expect(hasEnded(state)).toBe(expected);
});
