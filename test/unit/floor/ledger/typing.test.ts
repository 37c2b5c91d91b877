import { describe, expect, it } from 'vitest';
import { mergeIdentities } from '../../../../main/floor/ledger/identities';
import { emptyRecord, type ChatRecord, type TypingMark } from '../../../../main/floor/ledger/record';
import {
  nextExpiry,
  recordSpeech,
  recordTyping,
  typingParticipants,
  typingTtlMs,
} from '../../../../main/floor/ledger/typing';
import { ada, customer, entry, typingAt } from '../../../support/floor/readings';

const moment = { now: 0, monotonicMs: 500 };
const mark: TypingMark = { index: 5, isTyping: true, visibility: 'everyone', at: 5_000, expiresAtMs: 1_000 };

describe('recordTyping', () => {
  const marks = new Map([['part-customer', mark]]);

  it('stores a newer event with its expiry, and leaves the map it was given', () => {
    const update = typingAt(6, false, { visibility: 'agents' });
    expect(recordTyping(marks, [update], moment).get('part-customer')).toEqual({
      ...{ index: 6, isTyping: false, visibility: 'agents', at: 6_000 },
      expiresAtMs: 500 + typingTtlMs,
    });
    expect(marks.get('part-customer')).toBe(mark);
  });

  it.each([[5], [4]])('returns the map itself for event %s, because event 5 is known', (index) => {
    expect(recordTyping(marks, [typingAt(index, false)], moment)).toBe(marks);
  });

  it('keeps the newest of several events, and one of each participant', () => {
    const updates = [typingAt(7, true), typingAt(6, false), typingAt(8, true, { from: ada })];
    expect([...recordTyping(marks, updates, moment)].map(([id, { index }]) => [id, index])).toEqual([
      ['part-customer', 7],
      ['part-ada', 8],
    ]);
  });
});

describe('recordSpeech', () => {
  const spokeAt = new Map([['part-customer', 5]]);

  it('stores the highest index of a text or a leave', () => {
    const updates = [entry(9), entry(7), entry(8, { from: ada, kind: 'left' })];
    expect([...recordSpeech(spokeAt, updates)]).toEqual([
      ['part-customer', 9],
      ['part-ada', 8],
    ]);
    expect([...spokeAt]).toEqual([['part-customer', 5]]);
  });

  it.each([
    ['an older text', entry(4)],
    ['a repeated text', entry(5)],
    ['a text of no one', entry(9, { from: null })],
    ['a notice', entry(9, { kind: 'notice' })],
    ['a join', entry(9, { kind: 'joined' })],
  ])('returns the map itself for %s', (_case, update) => {
    expect(recordSpeech(spokeAt, [update])).toBe(spokeAt);
  });
});

describe('typingParticipants', () => {
  const named = (changes: Partial<ChatRecord> = {}) =>
    typingParticipants(
      {
        ...emptyRecord('chat-1', moment),
        ...{ state: 'active', identities: mergeIdentities(new Map(), [customer, ada]) },
        typing: new Map([['part-customer', mark]]),
        ...changes,
      },
      moment,
      (participantId) => (participantId === 'part-ada' ? 'self' : 'customer'),
    ).map(({ participantId }) => participantId);
  const marked = (changes: Partial<TypingMark>) => ({ typing: new Map([['part-customer', { ...mark, ...changes }]]) });

  it.each<readonly [boolean, string, Partial<ChatRecord>]>([
    [true, 'has begun', {}],
    [false, 'has stopped', marked({ isTyping: false })],
    [true, 'is about to expire', marked({ expiresAtMs: 501 })],
    [false, 'has expired', marked({ expiresAtMs: 500 })],
    [true, 'wrote before', { spokeAt: new Map([['part-customer', 5]]) }],
    [false, 'wrote since', { spokeAt: new Map([['part-customer', 6]]) }],
    [true, 'began less than 30 s before the newest entry', { newestAt: 34_999 }],
    [false, 'began 30 s before the newest entry', { newestAt: 35_000 }],
    [false, 'is in a chat that is over', { state: 'left' }],
    [false, 'is unknown', { identities: new Map() }],
    [false, 'is the supervisor', { typing: new Map([['part-ada', mark]]) }],
  ])('is %s for one who %s', (isNamed, _case, changes) => {
    expect(named(changes)).toHaveLength(isNamed ? 1 : 0);
  });

  it('are in the order of their ids', () => {
    const people = ['part-c', 'part-a', 'part-b'].map((participantId) => ({ ...customer, participantId }));
    const typing = new Map(people.map(({ participantId }) => [participantId, mark]));
    expect(named({ typing, identities: mergeIdentities(new Map(), people) })).toEqual(['part-a', 'part-b', 'part-c']);
  });
});

describe('nextExpiry', () => {
  it('is the first of the shown ones', () => {
    const people = [
      ['a', 900],
      ['b', 700],
      ['c', 100],
    ] as const;
    const typing = new Map(people.map(([id, expiresAtMs]) => [id, { ...mark, expiresAtMs }]));
    const record = { ...emptyRecord('chat-1', moment), typing };
    const shown = ['a', 'b'].map((participantId) => ({
      ...{ participantId, nickname: '', kind: 'customer', visibility: 'everyone', since: 0 },
    })) as Parameters<typeof nextExpiry>[1];
    expect([nextExpiry(record, shown), nextExpiry(record, [])]).toEqual([700, null]);
  });
});
