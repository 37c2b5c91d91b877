import { describe, expect, it } from 'vitest';
import type { ChatUpdate, FloorEvent } from '../../../../main/floor/events';
import { lateEventWindowMs } from '../../../../main/floor/ledger/joining';
import { namedWithinMs } from '../../../../main/floor/ledger/late-events';
import type { Ledger } from '../../../../main/floor/ledger/ledger';
import type { Chat, ChatState } from '../../../../preload/contract';
import { at, newLedger } from '../../../support/floor/ledger-bench';
import { activeChat, ada, chatUpdated, customer, entry, messages, sofia } from '../../../support/floor/readings';

function ledgerAfter(...events: FloorEvent[]): Ledger {
  const ledger = newLedger('user-ada');
  ledger.apply(events, at(0));
  return ledger;
}

function chatAfter(...readings: ChatUpdate[]): Chat | null {
  return ledgerAfter(...readings.map(chatUpdated)).chat('chat-1');
}

const ended = (state: ChatState): FloorEvent =>
  chatUpdated({ chatId: 'chat-1', state, allowedActions: [], participants: [] });

describe('mode of a chat', () => {
  it.each([
    ['supervisors', 'monitor'],
    ['agents', 'coach'],
    ['everyone', 'bargeIn'],
  ] as const)('follows the own visibility: %s means %s', (visibility, mode) => {
    expect(chatAfter(activeChat(visibility))?.mode).toBe(mode);
  });

  it('is not known while the chat is only offered, or ended', () => {
    expect(chatAfter(activeChat('everyone', { state: 'invited' }))?.mode).toBeNull();
    expect(chatAfter(activeChat('everyone'), { chatId: 'chat-1', state: 'finished' })?.mode).toBeNull();
  });

  it('ignores a customer with the supervisor’s nickname', () => {
    const mimic = { ...customer, nickname: 'Sofia' };
    expect(chatAfter(activeChat('agents', { participants: [ada, mimic] }))?.mode).toBeNull();
  });

  it('is unknown when the server lists the supervisor twice with different visibilities', () => {
    const twice = [sofia('agents'), sofia('everyone', 'part-second')];
    expect(chatAfter(activeChat('agents', { participants: twice }))?.mode).toBeNull();
  });

  it('survives an empty participant list during a chat', () => {
    expect(chatAfter(activeChat('agents'), { chatId: 'chat-1', state: 'active', participants: [] })?.mode).toBe(
      'coach',
    );
  });

  it('does not carry over from an earlier join', () => {
    const ledger = ledgerAfter(
      chatUpdated(activeChat('everyone')),
      chatUpdated({ chatId: 'chat-1', state: 'revoked' }),
    );
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited' })], at(lateEventWindowMs + 1));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'active' })], at(lateEventWindowMs + 2));
    expect(ledger.chat('chat-1')?.mode).toBeNull();
  });
});

describe('participants of a chat', () => {
  it('distinguishes customer, agent, other supervisor and self', () => {
    const boss = {
      participantId: 'part-boss',
      type: 'agent',
      nickname: 'Max',
      userId: 'user-max',
      visibility: 'supervisors',
    } as const;
    const chat = chatAfter(activeChat('agents', { participants: [ada, customer, boss, sofia('agents')] }));
    expect(chat?.participants.map((participant) => participant.kind)).toEqual([
      'agent',
      'customer',
      'supervisor',
      'self',
    ]);
  });

  it('keeps their kind in the transcript when a supervisor is recognised later', () => {
    const boss = {
      participantId: 'part-boss',
      type: 'agent',
      nickname: 'Max',
      userId: 'user-max',
      visibility: 'everyone',
    } as const;
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(3, { from: boss })]));
    const changes = ledger.apply([messages([entry(4, { from: { ...boss, visibility: 'agents' } })])], at(1));
    expect(changes).toMatchObject([
      {
        type: 'entriesAdded',
        entries: [
          { index: 3, author: { kind: 'supervisor' } },
          { index: 4, author: { kind: 'supervisor' } },
        ],
      },
    ]);
  });

  it('includes a watched agent even while hidden from the customer', () => {
    const chat = chatAfter(activeChat('agents', { participants: [{ ...ada, visibility: 'agents' }, sofia('agents')] }));
    expect(chat?.participants[0]?.kind).toBe('agent');
  });

  it('keeps their names after they left', () => {
    const chat = chatAfter(activeChat(), { chatId: 'chat-1', participants: [sofia('supervisors')] });
    expect([chat?.customerName, chat?.agentId, chat?.agentName]).toEqual(['Theo Brandt', 'user-ada', 'Ada']);
  });

  it('takes names from the transcript when no list has them', () => {
    const ledger = ledgerAfter(
      messages([entry(2), entry(1, { from: { ...ada, participantId: 'part-ada' } })]),
      chatUpdated({ chatId: 'chat-1', state: 'active', allowedActions: [] }),
    );
    expect(ledger.chat('chat-1')).toMatchObject({ customerName: 'Theo Brandt', agentId: 'user-ada', agentName: 'Ada' });
  });

  it('assigns the new agent after a transfer', () => {
    const ben = {
      participantId: 'part-ben',
      type: 'agent',
      nickname: 'Ben',
      userId: 'user-ben',
      visibility: 'everyone',
    } as const;
    const chat = chatAfter(activeChat(), { chatId: 'chat-1', participants: [ben, customer, sofia('supervisors')] });
    expect([chat?.agentId, chat?.agentName]).toEqual(['user-ben', 'Ben']);
  });
});

describe('end of a chat', () => {
  it('is stamped once and removes all allowed actions', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'left' })], at(100));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'finished' })], at(900));
    expect(ledger.chat('chat-1')).toMatchObject({
      state: 'finished',
      endedAt: 1_000_100,
      allowedActions: [],
      mode: null,
    });
  });

  it('is not undone by a late event', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    expect(ledger.apply([chatUpdated(activeChat('everyone'))], at(2_000))).toEqual([]);
    expect(ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited' })], at(2_000))).toEqual([]);
    expect(ledger.apply([chatUpdated({ chatId: 'chat-1', allowedActions: ['leave'] })], at(2_000))).toEqual([]);
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('stays unchanged when another end is reported', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    ledger.apply([ended('finished')], at(1));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('is undone by a transfer to another watched agent, with a new participant id', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat('everyone')), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatUpdated(again)], at(500));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'active', mode: 'monitor', endedAt: null });
    expect(ledger.joinOf('chat-1')).toEqual({ order: 2, isByInvitation: false });
  });

  it('is undone by the invitation of an intrude request, however soon', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('finished'));
    ledger.expectInvitation(
      'chat-1',
      { medium: 'chat', agentId: 'user-ben', agentName: 'Ben Okri', customerName: 'Somebody' },
      at(100),
    );
    ledger.apply(
      [chatUpdated({ chatId: 'chat-1', state: 'invited', allowedActions: ['accept'], participants: [] })],
      at(200),
    );
    expect(ledger.chat('chat-1')).toMatchObject({
      state: 'invited',
      allowedActions: ['accept'],
      agentId: 'user-ben',
      agentName: 'Ben Okri',
      customerName: 'Theo Brandt',
    });
  });

  it('is undone by an event that is too late to be old', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'active' })], at(lateEventWindowMs + 1));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'active', endedAt: null });
  });

  it('is never undone by an event that names a past participant id', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    expect(ledger.apply([chatUpdated(activeChat())], at(10 * lateEventWindowMs))).toEqual([]);
  });

  it('triggers a resync when reported soon after the end of an earlier stay', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatUpdated(again)], at(500));
    expect(ledger.takeResyncRequest()).toBe(false);
    expect(ledger.apply([ended('revoked')], at(2_000))).toEqual([]);
    expect([ledger.takeResyncRequest(), ledger.takeResyncRequest()]).toEqual([true, false]);
    ledger.applySnapshot({ chats: [], transcripts: [] }, false, at(2_100));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('ends the later stay when reported too late to be old', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatUpdated(again)], at(500));
    ledger.apply([ended('revoked')], at(lateEventWindowMs + 501));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
    expect(ledger.takeResyncRequest()).toBe(false);
  });

  it('precedes any new invitation; one within a chat is late, or the end is missing', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()));
    expect(
      ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited', allowedActions: ['accept'] })], at(5)),
    ).toEqual([]);
    expect(ledger.takeResyncRequest()).toBe(true);
  });

  it('allows the chat to be dismissed, and its repetition does not show it again', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1)]), ended('revoked'));
    expect(ledger.dismiss('chat-1')).toEqual([{ type: 'chatRemoved', chatId: 'chat-1' }]);
    expect(ledger.apply([ended('revoked'), ended('finished'), messages([entry(2)])], at(1))).toEqual([]);
    ledger.applySnapshot({ chats: [{ chatId: 'chat-1', state: 'revoked' }], transcripts: [] }, true, at(2));
    expect(ledger.chats()).toEqual([]);
    ledger.apply([chatUpdated(activeChat('agents', { participants: [sofia('agents', 'part-new')] }))], at(3));
    expect(ledger.chat('chat-1')?.mode).toBe('coach');
  });

  it('is forgotten some time after the dismissal, unless the server still lists the chat', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1)]), ended('revoked'));
    ledger.dismiss('chat-1');
    const listed = { chats: [{ chatId: 'chat-1', state: 'revoked' as const }], transcripts: [] };
    const notListed = { chats: [], transcripts: [] };
    ledger.applySnapshot(notListed, false, at(namedWithinMs - 1));
    expect(ledger.mediumOf('chat-1')).toBe('chat');
    expect(ledger.applySnapshot(listed, true, at(2 * namedWithinMs))).toEqual([]);
    expect(ledger.mediumOf('chat-1')).toBe('chat');
    expect(ledger.applySnapshot(notListed, false, at(2 * namedWithinMs + 1))).toEqual([]);
    expect(ledger.mediumOf('chat-1')).toBeNull();
  });

  it('precedes a dismissal', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()));
    expect(ledger.dismiss('chat-1')).toEqual([]);
    expect(ledger.dismiss('chat-unknown')).toEqual([]);
    expect(ledger.chats()).toHaveLength(1);
  });
});

describe('an unknown state', () => {
  it('is shown without a mode and is no end', () => {
    const chat = chatAfter(activeChat(), { chatId: 'chat-1', state: 'unknown' });
    expect([chat?.state, chat?.mode, chat?.endedAt]).toEqual(['unknown', null, null]);
  });
});

describe('published changes', () => {
  it('hides a chat until the server reports it, then publishes it before its messages', () => {
    const ledger = newLedger();
    expect(ledger.apply([messages([entry(1)])], at(0))).toEqual([]);
    expect(ledger.transcripts()).toEqual([]);
    expect(ledger.apply([chatUpdated(activeChat())], at(1)).map((change) => change.type)).toEqual([
      'chatChanged',
      'entriesAdded',
    ]);
  });

  it('contains only the net change', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat('agents')));
    const thereAndBack = [chatUpdated(activeChat('everyone')), chatUpdated(activeChat('agents'))];
    expect(ledger.apply(thereAndBack, at(1))).toEqual([]);
  });

  it('ignores what an update omits', () => {
    const chat = chatAfter(activeChat('agents', { customerData: [{ key: 'Order', value: '7' }], receivedAt: 42 }), {
      chatId: 'chat-1',
      allowedActions: ['leave'],
    });
    expect(chat).toMatchObject({
      customerData: [{ key: 'Order', value: '7' }],
      receivedAt: 42,
      mode: 'coach',
      allowedActions: ['leave'],
    });
  });
});
