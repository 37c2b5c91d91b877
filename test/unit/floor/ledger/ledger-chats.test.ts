import { describe, expect, it } from 'vitest';
import type { ChatUpdate, FloorEvent } from '../../../../main/floor/events';
import { lateEventWindowMs } from '../../../../main/floor/ledger/joining';
import { Ledger } from '../../../../main/floor/ledger/ledger';
import type { Chat, ChatState } from '../../../../preload/contract';
import { activeChat, ada, chatUpdated, customer, entry, messages, self, sofia } from '../../../support/floor/readings';

const at = (monotonicMs: number): { now: number; monotonicMs: number } => ({
  now: 1_000_000 + monotonicMs,
  monotonicMs,
});

function ledgerAfter(...events: FloorEvent[]): Ledger {
  const ledger = new Ledger({ self, isWatched: (userId) => userId === 'user-ada' });
  ledger.apply(events, at(0));
  return ledger;
}

function chatAfter(...readings: ChatUpdate[]): Chat | null {
  return ledgerAfter(...readings.map(chatUpdated)).chat('chat-1');
}

const ended = (state: ChatState): FloorEvent =>
  chatUpdated({ chatId: 'chat-1', state, allowedActions: [], participants: [] });

describe('the mode of a chat', () => {
  it.each([
    ['supervisors', 'monitor'],
    ['agents', 'coach'],
    ['everyone', 'bargeIn'],
  ] as const)('is read from the own visibility: %s means %s', (visibility, mode) => {
    expect(chatAfter(activeChat(visibility))?.mode).toBe(mode);
  });

  it('is not told while the chat is only offered, or over', () => {
    expect(chatAfter(activeChat('everyone', { state: 'invited' }))?.mode).toBeNull();
    expect(chatAfter(activeChat('everyone'), { chatId: 'chat-1', state: 'finished' })?.mode).toBeNull();
  });

  it('is not guessed from a customer who took the own nickname', () => {
    const mimic = { ...customer, nickname: 'Sofia' };
    expect(chatAfter(activeChat('agents', { participants: [ada, mimic] }))?.mode).toBeNull();
  });

  it('is unknown when the server lists the supervisor twice with different visibilities', () => {
    const twice = [sofia('agents'), sofia('everyone', 'part-second')];
    expect(chatAfter(activeChat('agents', { participants: twice }))?.mode).toBeNull();
  });

  it('survives a participant list that the server left empty in the middle of a chat', () => {
    expect(chatAfter(activeChat('agents'), { chatId: 'chat-1', state: 'active', participants: [] })?.mode).toBe(
      'coach',
    );
  });

  it('of an earlier join does not shine through a new one', () => {
    const ledger = ledgerAfter(
      chatUpdated(activeChat('everyone')),
      chatUpdated({ chatId: 'chat-1', state: 'revoked' }),
    );
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited' })], at(lateEventWindowMs + 1));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'active' })], at(lateEventWindowMs + 2));
    expect(ledger.chat('chat-1')?.mode).toBeNull();
  });
});

describe('the people of a chat', () => {
  it('are told apart: customer, agent, other supervisor, self', () => {
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

  it('keep their kind in the transcript when a supervisor is recognised only later', () => {
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

  it('include a watched agent as agent even while hidden from the customer', () => {
    const chat = chatAfter(activeChat('agents', { participants: [{ ...ada, visibility: 'agents' }, sofia('agents')] }));
    expect(chat?.participants[0]?.kind).toBe('agent');
  });

  it('are remembered by name after they left', () => {
    const chat = chatAfter(activeChat(), { chatId: 'chat-1', participants: [sofia('supervisors')] });
    expect([chat?.customerName, chat?.agentId, chat?.agentName]).toEqual(['Theo Brandt', 'user-ada', 'Ada']);
  });

  it('are named from the transcript when no list ever named them', () => {
    const ledger = ledgerAfter(
      messages([entry(2), entry(1, { from: { ...ada, participantId: 'part-ada' } })]),
      chatUpdated({ chatId: 'chat-1', state: 'active', allowedActions: [] }),
    );
    expect(ledger.chat('chat-1')).toMatchObject({ customerName: 'Theo Brandt', agentId: 'user-ada', agentName: 'Ada' });
  });

  it('belong to the new agent after a transfer', () => {
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

describe('the end of a chat', () => {
  it('is stamped once and takes every offer away', () => {
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

  it('is not undone by news from before it that comes late', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    expect(ledger.apply([chatUpdated(activeChat('everyone'))], at(2_000))).toEqual([]);
    expect(ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited' })], at(2_000))).toEqual([]);
    expect(ledger.apply([chatUpdated({ chatId: 'chat-1', allowedActions: ['leave'] })], at(2_000))).toEqual([]);
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('stays what it was when another end is told', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    ledger.apply([ended('finished')], at(1));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('is undone by a transfer to another watched agent, known by the new participant id', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat('everyone')), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatUpdated(again)], at(500));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'active', mode: 'monitor', endedAt: null });
    expect(ledger.joinOf('chat-1')).toEqual({ order: 2, isByInvitation: false });
  });

  it('is undone by the invitation that answers an intrusion, however soon', () => {
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

  it('is undone by news of life that can no longer be late', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'active' })], at(lateEventWindowMs + 1));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'active', endedAt: null });
  });

  it('is never undone by news that names a place the supervisor has left, however late it comes', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    expect(ledger.apply([chatUpdated(activeChat())], at(10 * lateEventWindowMs))).toEqual([]);
  });

  it('told soon after the end of an earlier stay is not believed but read back, since it may be that one again', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatUpdated(again)], at(500));
    expect(ledger.takeResyncRequest()).toBe(false);
    expect(ledger.apply([ended('revoked')], at(2_000))).toEqual([]);
    expect([ledger.takeResyncRequest(), ledger.takeResyncRequest()]).toEqual([true, false]);
    ledger.applySnapshot({ chats: [], transcripts: [] }, false, at(2_100));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('told later than any news can be late is the end of the later stay', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatUpdated(again)], at(500));
    ledger.apply([ended('revoked')], at(lateEventWindowMs + 501));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
    expect(ledger.takeResyncRequest()).toBe(false);
  });

  it('is needed before an invitation can come again; told within a chat it is old, or the end is missing', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()));
    expect(
      ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited', allowedActions: ['accept'] })], at(5)),
    ).toEqual([]);
    expect(ledger.takeResyncRequest()).toBe(true);
  });

  it('lets a chat be dismissed, and news of the same end does not bring it back', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1)]), ended('revoked'));
    expect(ledger.dismiss('chat-1')).toEqual([{ type: 'chatRemoved', chatId: 'chat-1' }]);
    expect(ledger.apply([ended('revoked'), ended('finished'), messages([entry(2)])], at(1))).toEqual([]);
    ledger.applySnapshot({ chats: [{ chatId: 'chat-1', state: 'revoked' }], transcripts: [] }, true, at(2));
    expect(ledger.chats()).toEqual([]);
    ledger.apply([chatUpdated(activeChat('agents', { participants: [sofia('agents', 'part-new')] }))], at(3));
    expect(ledger.chat('chat-1')?.mode).toBe('coach');
  });

  it('is needed before a chat can be dismissed', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()));
    expect(ledger.dismiss('chat-1')).toEqual([]);
    expect(ledger.dismiss('chat-unheard')).toEqual([]);
    expect(ledger.chats()).toHaveLength(1);
  });
});

describe('a state this version does not know', () => {
  it('is shown as unknown, without a mode, and is no end', () => {
    const chat = chatAfter(activeChat(), { chatId: 'chat-1', state: 'unknown' });
    expect([chat?.state, chat?.mode, chat?.endedAt]).toEqual(['unknown', null, null]);
  });
});

describe('what is told', () => {
  it('holds a chat back until the server says that it is ours, then tells it before its messages', () => {
    const ledger = new Ledger({ self, isWatched: () => false });
    expect(ledger.apply([messages([entry(1)])], at(0))).toEqual([]);
    expect(ledger.transcripts()).toEqual([]);
    expect(ledger.apply([chatUpdated(activeChat())], at(1)).map((change) => change.type)).toEqual([
      'chatChanged',
      'entriesAdded',
    ]);
  });

  it('is only what changed in the end, whatever happened on the way', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat('agents')));
    const thereAndBack = [chatUpdated(activeChat('everyone')), chatUpdated(activeChat('agents'))];
    expect(ledger.apply(thereAndBack, at(1))).toEqual([]);
  });

  it('leaves alone what a reading does not mention', () => {
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
