import { describe, expect, it } from 'vitest';
import type { ChatUpdate } from '../../../../main/floor/events';
import { enterState, isNewJoin, isPossiblyStale, lateEventWindowMs } from '../../../../main/floor/ledger/joining';
import { emptyRecord, type ChatRecord } from '../../../../main/floor/ledger/record';
import { ada, customer, self, sofia } from '../../../support/floor/readings';

const endedAtMs = 5_000;
const requestedJoin = { medium: 'chat', agentId: 'user-ben', agentName: 'Ben', customerName: 'Kim' } as const;

function recordWith(changes: Partial<ChatRecord> = {}): ChatRecord {
  return { ...emptyRecord('chat-1', { now: 0, monotonicMs: 0 }), isAnnounced: true, state: 'active', ...changes };
}
function contextAt(monotonicMs: number) {
  return {
    moment: { now: 1_000_000 + monotonicMs, monotonicMs },
    viewpoint: { self, isWatched: () => false },
    nextJoin: () => 7,
  };
}
const invited = { chatId: 'chat-1', state: 'invited' } as const;
const active = { chatId: 'chat-1', state: 'active' } as const;
const revoked = { chatId: 'chat-1', state: 'revoked' } as const;
const again = sofia('agents', 'part-again');

describe('isNewJoin', () => {
  const over = { state: 'revoked', endedAtMs, pastOwnParticipantIds: ['part-sofia'] } as const;
  const soon = endedAtMs + lateEventWindowMs;

  it.each<readonly [boolean, string, Partial<ChatRecord>, ChatUpdate, number]>([
    [true, 'a new participant id, however soon', {}, { ...active, participants: [ada, again] }, endedAtMs],
    [true, 'a new participant id next to a past one', {}, { ...active, participants: [sofia('agents'), again] }, soon],
    [false, 'a past participant id, however late', {}, { ...active, participants: [sofia('agents')] }, soon * 9],
    [true, 'an invitation that was requested', { requestedJoin }, invited, endedAtMs],
    [false, 'an active chat soon, though an invitation was requested', { requestedJoin }, active, soon],
    [false, 'an invitation at the end of the window', {}, invited, soon],
    [true, 'an invitation after the window', {}, invited, soon + 1],
    [true, 'an active chat after the window', {}, active, soon + 1],
    [false, 'another end after the window', {}, revoked, soon + 1],
    [false, 'an unknown state after the window', {}, { ...active, state: 'unknown' }, soon + 1],
    [false, 'an end of unknown time', { endedAtMs: null }, invited, soon + 1],
  ])('is %s for %s', (expected, _case, changes, update, monotonicMs) => {
    expect(isNewJoin(recordWith({ ...over, ...changes }), update, contextAt(monotonicMs))).toBe(expected);
  });
});

describe('isPossiblyStale', () => {
  const soon = endedAtMs + lateEventWindowMs;
  const returned = { lastEndMs: endedAtMs, pastOwnParticipantIds: ['part-sofia'] } as const;

  it.each<readonly [boolean, string, Partial<ChatRecord>, ChatUpdate, number]>([
    [true, 'an end soon after an earlier one', {}, revoked, soon],
    [false, 'an end later than that', {}, revoked, soon + 1],
    [false, 'a first end', { lastEndMs: null }, revoked, soon],
    [true, 'an end that names a past participant id', {}, { ...revoked, participants: [sofia('agents')] }, soon],
    [true, 'an end that names the present one', { participants: [again] }, { ...revoked, participants: [again] }, soon],
    [false, 'an end that names a new participant id', {}, { ...revoked, participants: [again] }, soon],
    [true, 'an invitation to an active chat', {}, invited, soon],
    [false, 'an invitation to an invited chat', { state: 'invited' }, invited, soon],
    [false, 'an active chat', {}, active, soon],
    [false, 'an update without a state', {}, { chatId: 'chat-1' }, soon],
    [false, 'anything of an ended chat', { state: 'revoked' }, revoked, soon],
  ])('is %s for %s', (expected, _case, changes, update, monotonicMs) => {
    expect(isPossiblyStale(recordWith({ ...returned, ...changes }), update, contextAt(monotonicMs))).toBe(expected);
  });
});

describe('enterState', () => {
  const inChat = { participants: [ada, customer, sofia('agents')], allowedActions: ['leave'], joinOrder: 3 } as const;

  it('returns the record itself while the state stays, and a hidden chat that is announced', () => {
    const record = recordWith(inChat);
    expect(enterState(record, 'active', contextAt(9))).toBe(record);
    expect(enterState({ ...record, isAnnounced: false, state: 'unknown' }, 'unknown', contextAt(9))).not.toBe(record);
  });

  it('stamps an end, forgets what was possible and asked, and remembers the own participant id once', () => {
    const record = recordWith({ ...inChat, requestedJoin, pastOwnParticipantIds: ['part-before', 'part-sofia'] });
    expect(enterState(record, 'revoked', contextAt(9))).toEqual({
      ...record,
      state: 'revoked',
      allowedActions: [],
      endedAt: 1_000_009,
      endedAtMs: 9,
      requestedJoin: null,
    });
    expect(enterState(recordWith(inChat), 'left', contextAt(9)).pastOwnParticipantIds).toEqual(['part-sofia']);
  });

  it('keeps the first stamp when another end follows', () => {
    const ended = enterState(recordWith(inChat), 'left', contextAt(9));
    expect(enterState(ended, 'finished', contextAt(20))).toEqual({ ...ended, state: 'finished' });
  });

  it('removes the stamp on return, with the participant of the earlier stay', () => {
    const ended = enterState(recordWith(inChat), 'left', contextAt(9));
    const back = enterState({ ...ended, isDismissed: true, isEndInferred: true }, 'active', contextAt(20));
    expect(back).toEqual({
      ...ended,
      state: 'active',
      endedAt: null,
      endedAtMs: null,
      participants: [ada, customer],
      joinOrder: 7,
    });
  });

  it.each<readonly [string, Partial<ChatRecord>, number | null, boolean]>([
    ['from an invitation', { state: 'invited', joinOrder: null }, 7, true],
    ['after an end', { state: 'left' }, 7, false],
    ['of a chat that was hidden', { state: 'unknown', isAnnounced: false, joinOrder: null }, 7, false],
    ['never, while it goes on', { state: 'unknown' }, 3, false],
    ['never, when it is announced while active', { isAnnounced: false }, 3, false],
  ])('counts a join %s', (_case, changes, joinOrder, joinedByInvitation) => {
    const entered = enterState(recordWith({ ...inChat, ...changes }), 'active', contextAt(9));
    expect(entered).toMatchObject({ state: 'active', joinOrder, joinedByInvitation });
  });

  it('counts no join of an invitation', () => {
    expect(enterState(recordWith({ ...inChat, state: 'left' }), 'invited', contextAt(9))).toMatchObject({
      state: 'invited',
      joinOrder: 3,
      participants: inChat.participants,
    });
  });

  it.each<readonly [string, Partial<ChatRecord>, Partial<typeof requestedJoin>, object]>([
    ['all of it', {}, {}, { agentId: 'user-ben', agentName: 'Ben', customerName: 'Kim' }],
    ['not the customer who is known', { customerName: 'Theo' }, {}, { customerName: 'Theo' }],
    ['not the name of another agent', { agentId: 'user-ada', agentName: 'Ada' }, {}, { agentName: 'Ben' }],
  ])('fills an invitation from the request: %s', (_case, changes, asked, expected) => {
    const record = recordWith({ state: 'left', requestedJoin: { ...requestedJoin, ...asked }, ...changes });
    expect(enterState(record, 'invited', contextAt(9))).toMatchObject({ ...expected, requestedJoin: null });
  });

  it.each([
    ['keeps the name of the same agent', 'user-ben', 'Ben Okri'],
    ['drops the name of another agent', 'user-ada', null],
  ])('%s where the request has none', (_case, agentId, expected) => {
    const record = recordWith({
      ...{ state: 'left', agentId, agentName: 'Ben Okri' },
      requestedJoin: { ...requestedJoin, agentName: null },
    });
    expect(enterState(record, 'invited', contextAt(9)).agentName).toBe(expected);
  });
});
