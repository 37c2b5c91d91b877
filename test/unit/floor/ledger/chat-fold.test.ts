import { describe, expect, it } from 'vitest';
import type { ChatUpdate, ParticipantUpdate } from '../../../../main/floor/events';
import { foldChatSnapshot, foldChatUpdate, withPeople } from '../../../../main/floor/ledger/chat-fold';
import { mergeIdentities } from '../../../../main/floor/ledger/identities';
import { emptyRecord, type ChatRecord } from '../../../../main/floor/ledger/record';
import type { ChatState } from '../../../../preload/contract';
import { activeChat, ada, customer, self, sofia } from '../../../support/floor/readings';

const context = {
  moment: { now: 1_000_009, monotonicMs: 9 },
  viewpoint: { self, isWatched: (userId: string) => userId === 'user-watched' },
  nextJoin: () => 1,
};

function recordWith(changes: Partial<ChatRecord> = {}): ChatRecord {
  return { ...emptyRecord('chat-1', { now: 0, monotonicMs: 0 }), ...changes };
}

/** An active chat of Ada's, as the ledger holds it. */
const active = foldChatUpdate(recordWith(), activeChat(), context);

describe('foldChatUpdate of an ended chat', () => {
  const fold = (changes: Partial<ChatRecord>, update: Partial<ChatUpdate>) =>
    foldChatUpdate({ ...active, state: 'revoked', ...changes }, { chatId: 'chat-1', ...update }, context);

  it.each<readonly [ChatState, Partial<ChatRecord>, ChatState]>([
    ['finished', { state: 'left' }, 'finished'],
    ['finished', { state: 'joinFailed' }, 'finished'],
    ['finished', { state: 'finished' }, 'revoked'],
    ['revoked', {}, 'finished'],
    ['finished', { isEndInferred: true }, 'finished'],
    ['left', { state: 'left', isDismissed: true }, 'finished'],
    ['revoked', { isEndInferred: true, isDismissed: true }, 'finished'],
  ])('is %s afterwards (%#)', (expected, changes, state) => {
    expect(fold(changes, { state }).state).toBe(expected);
  });

  it('ignores what comes without a state', () => {
    expect(fold({}, { allowedActions: ['leave'] }).allowedActions).toEqual(active.allowedActions);
  });

  it('takes what comes with a repeated end, unless the chat was dismissed', () => {
    const customerData = [{ key: 'Order', value: '7' }];
    expect(fold({}, { state: 'revoked', customerData }).customerData).toEqual(customerData);
    expect(fold({ isDismissed: true }, { state: 'revoked', customerData }).customerData).toEqual([]);
  });

  it('notes when an end was reported, so that it is no longer inferred', () => {
    expect(fold({ isEndInferred: true }, { state: 'finished' })).toMatchObject({ isEndInferred: false, lastEndMs: 9 });
  });

  it('notes no end of a chat that goes on', () => {
    expect(foldChatUpdate({ ...active, isEndInferred: true }, { chatId: 'chat-1', state: 'active' }, context)).toEqual({
      ...active,
      isEndInferred: true,
    });
  });
});

describe('foldChatSnapshot', () => {
  const fold = (update: Partial<ChatUpdate>, changes: Partial<ChatRecord> = {}) =>
    foldChatSnapshot({ ...active, ...changes }, { chatId: 'chat-1', ...update }, context);

  it('keeps what an update omits', () => {
    const known = recordWith({
      ...active,
      medium: 'sms',
      customerData: [{ key: 'Order', value: '7' }],
      customerDataLeftOut: 3,
      participantsLeftOut: 2,
      receivedAt: 42,
    });
    expect(foldChatSnapshot(known, { chatId: 'chat-1' }, context)).toEqual(known);
  });

  it('counts what a new list leaves out, and nothing where it is complete', () => {
    const update = { participants: active.participants, customerData: [] };
    expect(fold({ ...update, participantsLeftOut: 2, customerDataLeftOut: 3 })).toMatchObject({
      participantsLeftOut: 2,
      customerDataLeftOut: 3,
    });
    expect(fold(update, { participantsLeftOut: 2, customerDataLeftOut: 3 })).toMatchObject({
      participantsLeftOut: 0,
      customerDataLeftOut: 0,
    });
  });

  it('ignores a count without its list', () => {
    expect(fold({ participantsLeftOut: 2, customerDataLeftOut: 3 })).toMatchObject({
      participantsLeftOut: 0,
      customerDataLeftOut: 0,
    });
  });

  it.each<readonly [string, Partial<ChatRecord>, Partial<ChatUpdate>, number]>([
    ['keeps the participants of a running chat', {}, {}, 3],
    ['drops them where the chat ends', {}, { state: 'left' }, 0],
    ['drops them where the chat was not announced', { isAnnounced: false }, {}, 0],
    ['drops them where the chat was not active', { state: 'invited' }, { state: 'active' }, 0],
  ])('%s when a list is empty', (_case, changes, update, count) => {
    expect(fold({ participants: [], ...update }, changes).participants).toHaveLength(count);
  });
});

describe('the handling agent', () => {
  const ben = { ...ada, participantId: 'part-ben', nickname: 'Ben', userId: 'user-ben' } as const;
  const watched = { ...ben, participantId: 'part-watched', userId: 'user-watched' } as const;
  const hidden = { ...ben, visibility: 'agents' } as const;
  const unseen = { ...ben, visibility: 'supervisors' } as const;
  const nameless = { ...sofia('everyone'), userId: null };

  function agentAmong(participants: readonly ParticipantUpdate[], changes: Partial<ChatRecord> = {}): string | null {
    return withPeople(recordWith({ participants, ...changes }), context.viewpoint).agentParticipantId;
  }

  it.each<readonly [string, readonly ParticipantUpdate[], Partial<ChatRecord>, string | null]>([
    ['the watched one before the known one', [ada, watched], { agentId: 'user-ada' }, 'part-watched'],
    [
      'the known user before the known participant',
      [ben, ada],
      { agentId: 'user-ada', agentParticipantId: 'part-ben' },
      'part-ada',
    ],
    [
      'the known participant before another',
      [ben, { ...ada, userId: null }],
      { agentParticipantId: 'part-ada' },
      'part-ada',
    ],
    ['one who was never hidden', [hidden, ada], {}, 'part-ada'],
    [
      'one who was never hidden, where no user is known',
      [
        { ...hidden, userId: null },
        { ...ada, userId: null },
      ],
      {},
      'part-ada',
    ],
    ['one of unknown visibility', [{ ...ada, visibility: null }], {}, 'part-ada'],
    ['none who is hidden', [hidden], {}, null],
    ['a known one although hidden now', [hidden], { agentId: 'user-ben' }, 'part-ben'],
    ['a colleague who is visible now', [ben], { identities: mergeIdentities(new Map(), [hidden]) }, 'part-ben'],
    ['no supervisor who is visible now', [ben], { identities: mergeIdentities(new Map(), [unseen]) }, null],
    ['no customer', [customer], {}, null],
    ['not the supervisor', [sofia('everyone')], {}, null],
    ['not one with the name of the supervisor, while that one is unknown', [nameless], {}, null],
    ['a namesake, when the supervisor is known', [sofia('agents', 'part-own'), nameless], {}, 'part-sofia'],
  ])('is %s', (_who, participants, changes, expected) => {
    expect(agentAmong(participants, changes)).toBe(expected);
  });

  const before = { agentId: 'user-ada', agentName: 'Ada', agentParticipantId: 'part-ada' };
  const after = (agent: Partial<ParticipantUpdate>, changes: Partial<ChatRecord> = {}) => {
    const record = recordWith({ ...before, participants: [{ ...ada, ...agent }], ...changes });
    const { agentId, agentName, agentParticipantId } = withPeople(record, context.viewpoint);
    return { agentId, agentName, agentParticipantId };
  };

  it.each<readonly [string, Partial<ParticipantUpdate>, Partial<ChatRecord>, object]>([
    ['keeps what its update omits', { userId: null, nickname: '' }, {}, before],
    [
      'keeps its name under another participant id',
      { participantId: 'part-2', nickname: '' },
      {},
      { ...before, agentParticipantId: 'part-2' },
    ],
    ['is the first', { userId: null, nickname: '' }, { agentParticipantId: null }, before],
    [
      'leaves nothing to the next one',
      { participantId: 'part-2', userId: null, nickname: '' },
      {},
      { agentId: null, agentName: null, agentParticipantId: 'part-2' },
    ],
    [
      'leaves no name to the next one, where both have no user',
      { participantId: 'part-2', userId: null, nickname: '' },
      { agentId: null },
      { agentId: null, agentName: null, agentParticipantId: 'part-2' },
    ],
  ])('%s', (_case, agent, changes, expected) => {
    expect(after(agent, changes)).toEqual(expected);
  });

  it('stays known after it left', () => {
    expect(after({ type: 'other' })).toEqual(before);
  });
});
