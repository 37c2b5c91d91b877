import { describe, expect, it } from 'vitest';
import type { ParticipantUpdate } from '../../../../main/floor/events';
import {
  learnOwnId,
  mayBeOwn,
  mergeIdentities,
  ownAmong,
  ownVisibility,
  participantKinds,
  withKnownTraits,
} from '../../../../main/floor/ledger/identities';
import { emptyRecord, type ChatRecord } from '../../../../main/floor/ledger/record';
import { ada, customer, self, sofia } from '../../../support/floor/readings';

const viewpoint = { self, isWatched: (userId: string) => userId === 'user-ada' };
const nameless: ParticipantUpdate = { ...sofia('agents'), userId: null };

function recordWith(changes: Partial<ChatRecord> = {}): ChatRecord {
  return { ...emptyRecord('chat-1', { now: 0, monotonicMs: 0 }), state: 'active', ...changes };
}

describe('mergeIdentities', () => {
  const known = mergeIdentities(new Map(), [ada, customer]);

  it('returns the known identities themselves when nothing is new', () => {
    expect(mergeIdentities(known, [ada, { ...customer, nickname: '' }])).toBe(known);
  });

  it.each<readonly [string, Partial<ParticipantUpdate>, object]>([
    ['type', { type: 'other' }, { type: 'other' }],
    ['name', { nickname: 'Adele' }, { nickname: 'Adele' }],
    ['user id', { userId: 'user-zoe' }, { userId: 'user-zoe' }],
    ['visibility to agents', { visibility: 'agents' }, { wasHidden: true, wasUnseen: false }],
    ['visibility to supervisors', { visibility: 'supervisors' }, { wasHidden: true, wasUnseen: true }],
    ['smaller traits', { type: 'agent', nickname: 'Ad', userId: 'user-a', visibility: null }, {}],
  ])('keeps the maximum of each trait: %s', (_trait, changes, expected) => {
    const before = known.get('part-ada');
    expect(mergeIdentities(known, [{ ...ada, ...changes }]).get('part-ada')).toEqual({ ...before, ...expected });
  });

  it('keeps a user id and what was seen although later updates omit it', () => {
    const seen = mergeIdentities(new Map(), [
      { ...ada, userId: null },
      { ...ada, visibility: 'supervisors' },
      { ...ada, userId: null },
    ]);
    expect(seen.get('part-ada')).toMatchObject({ userId: 'user-ada', wasHidden: true, wasUnseen: true });
  });

  it('learns that one whom agents saw was hidden from them too', () => {
    const seen = mergeIdentities(new Map(), [{ ...ada, visibility: 'agents' }]);
    const unseen = mergeIdentities(seen, [{ ...ada, visibility: 'supervisors' }]);
    expect([seen, unseen].map((people) => people.get('part-ada')?.wasUnseen)).toEqual([false, true]);
  });

  it('adds a trait without touching the map it was given', () => {
    mergeIdentities(known, [{ ...ada, nickname: 'Zoe' }, nameless]);
    expect([...known.values()].map(({ nickname }) => nickname)).toEqual(['Ada', 'Theo Brandt']);
  });
});

describe('withKnownTraits', () => {
  const identities = mergeIdentities(new Map(), [ada]);

  it('returns a complete or an unknown update itself', () => {
    const unknown = { ...nameless, nickname: '' };
    const [first, second] = withKnownTraits({ identities, participants: [] }, [ada, unknown]);
    expect([first, second]).toEqual([ada, unknown]);
    expect(first).toBe(ada);
  });

  it('fills a missing user id and leaves the name', () => {
    const update = { ...ada, nickname: 'Addie', userId: null };
    expect(withKnownTraits({ identities, participants: [] }, [update])).toEqual([{ ...update, userId: 'user-ada' }]);
  });

  it('leaves a name empty that no update had', () => {
    const unnamed = { ...ada, nickname: '' };
    const known = { identities: mergeIdentities(new Map(), [unnamed]), participants: [] };
    expect(withKnownTraits(known, [unnamed])).toEqual([unnamed]);
  });

  it('fills a missing name from the last list before any other', () => {
    const participants = [customer, { ...ada, nickname: 'Aa' }];
    expect(withKnownTraits({ identities, participants }, [{ ...ada, nickname: '' }])).toEqual([
      { ...ada, nickname: 'Aa' },
    ]);
    expect(withKnownTraits({ identities, participants: [] }, [{ ...ada, nickname: '' }])).toEqual([ada]);
  });
});

describe('ownAmong', () => {
  const nobodyKnown = { identities: new Map(), ownIds: [] };

  it('finds the supervisor by user id, also by one of an earlier update', () => {
    const identities = mergeIdentities(new Map(), [sofia('agents')]);
    expect(ownAmong([ada, sofia('agents'), customer], nobodyKnown, viewpoint)).toEqual([sofia('agents')]);
    expect(ownAmong([nameless], { identities, ownIds: [] }, viewpoint)).toEqual([nameless]);
    expect(ownAmong([nameless], nobodyKnown, viewpoint)).toEqual([]);
  });

  it('finds an inferred id only while no user id speaks against it', () => {
    const known = { identities: new Map(), ownIds: ['part-sofia'] };
    expect(ownAmong([nameless], known, viewpoint)).toEqual([nameless]);
    expect(ownAmong([{ ...nameless, userId: 'user-ada' }], known, viewpoint)).toEqual([]);
  });

  it('never takes a customer for the supervisor', () => {
    expect(ownAmong([{ ...customer, userId: self.userId }], nobodyKnown, viewpoint)).toEqual([]);
  });
});

describe('learnOwnId', () => {
  const inCoach = { participants: [ada, nameless], allowedActions: ['switchToMonitor'] } as const;

  it('adds the only namesake whose mode is not offered', () => {
    expect(learnOwnId(recordWith({ ...inCoach, ownIds: ['part-before'] }), viewpoint)).toEqual([
      'part-before',
      'part-sofia',
    ]);
  });

  it.each<readonly [string, Partial<ChatRecord>]>([
    ['a chat that is not active', { state: 'invited' }],
    ['a chat where the supervisor is known', { participants: [nameless, sofia('agents', 'part-known')] }],
    ['a participant of an earlier join', { pastOwnParticipantIds: ['part-sofia'] }],
    ['a mode that is offered', { allowedActions: ['switchToMonitor', 'switchToCoach'] }],
    ['a server that offers no mode', { allowedActions: ['leave'] }],
    ['an unknown visibility', { participants: [{ ...nameless, visibility: null }] }],
    ['two namesakes', { participants: [nameless, { ...nameless, participantId: 'part-x' }] }],
    ['no namesake', { participants: [ada, customer] }],
  ])('learns nothing from %s', (_case, changes) => {
    expect(learnOwnId(recordWith({ ...inCoach, ...changes }), viewpoint)).toEqual([]);
  });
});

describe('mayBeOwn', () => {
  it.each<readonly [string, Partial<ParticipantUpdate>, boolean]>([
    ['the nickname of the sign-in', {}, true],
    ['a chosen name', { nickname: 'Chief' }, true],
    ['the user name although there is a nickname', { nickname: 'sofia' }, false],
    ['another name', { nickname: 'Ada' }, false],
    ['no name', { nickname: '' }, false],
    ['a user id', { userId: 'user-sofia' }, false],
    ['the type of a customer', { type: 'customer' }, false],
  ])('of an agent with %s', (_case, changes, expected) => {
    expect(mayBeOwn({ ...nameless, ...changes }, { ...viewpoint, chosenNames: () => ['Chief', ''] })).toBe(expected);
  });

  it('compares the user name where there is no nickname, and no chosen name', () => {
    const plain = { ...viewpoint, self: { ...self, nickname: '' } };
    expect(['sofia', 'Sofia', ''].map((nickname) => mayBeOwn({ ...nameless, nickname }, plain))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('participantKinds', () => {
  const hidden = { ...ada, participantId: 'part-max', userId: 'user-max', visibility: 'agents' } as const;
  const kindOf = (participant: ParticipantUpdate, changes: Partial<ChatRecord> = {}) =>
    participantKinds(
      recordWith({ identities: mergeIdentities(new Map(), [participant]), ...changes }),
      viewpoint,
    )(participant.participantId);

  it.each<readonly [string, ParticipantUpdate, Partial<ChatRecord>]>([
    ['other', ada, { identities: new Map() }],
    ['other', { ...ada, type: 'other' }, {}],
    ['customer', customer, {}],
    ['self', sofia('everyone'), {}],
    ['agent', ada, {}],
    ['supervisor', hidden, {}],
    ['supervisor', { ...hidden, userId: null }, {}],
    ['agent', hidden, { agentParticipantId: 'part-max' }],
    ['agent', hidden, { agentId: 'user-max' }],
    ['agent', { ...hidden, userId: 'user-ada' }, {}],
  ])('is %s (%#)', (kind, participant, changes) => {
    expect(kindOf(participant, changes)).toBe(kind);
  });
});

describe('ownVisibility', () => {
  const silent = { ...sofia('agents'), visibility: null };
  const joined = (index: number, kind: 'joined' | 'rejoined' | 'left', visibility: 'agents' | 'everyone') => {
    const author = { ...sofia(visibility), kind: 'self' } as const;
    return { index, kind, author, visibility, text: '', at: index } as const;
  };
  const gapAfter = (afterIndex: number | null) => ({ afterIndex, from: 0, to: 1 });

  it.each([
    ['the list', { participants: [sofia('agents')] }, 'agents'],
    ['nothing, where the chat is not active', { participants: [sofia('agents')], state: 'invited' }, null],
    ['nothing, where the supervisor is missing', { participants: [ada] }, null],
    [
      'nothing, where the list contradicts itself',
      { participants: [sofia('agents'), sofia('everyone', 'part-x')] },
      null,
    ],
    ['nothing, where no entry says it', { participants: [silent], entries: [joined(2, 'left', 'agents')] }, null],
    [
      'the newest entry',
      { participants: [silent], entries: [joined(2, 'rejoined', 'agents'), joined(5, 'joined', 'everyone')] },
      'everyone',
    ],
    [
      'an entry after a gap',
      { participants: [silent], entries: [joined(5, 'joined', 'agents')], gaps: [gapAfter(4), gapAfter(null)] },
      'agents',
    ],
    [
      'nothing, where a gap follows the entry',
      { participants: [silent], entries: [joined(5, 'joined', 'agents')], gaps: [gapAfter(2), gapAfter(5)] },
      null,
    ],
  ] as const)('follows %s', (_source, changes, expected) => {
    const participants: readonly ParticipantUpdate[] = changes.participants;
    const identities = mergeIdentities(new Map(), participants);
    expect(ownVisibility(recordWith({ ...changes, identities }), viewpoint)).toBe(expected);
  });
});
