import { describe, expect, it } from 'vitest';
import type { ChatReading, FloorEvent } from '../../../../main/floor/events';
import { lateNewsMs } from '../../../../main/floor/ledger/joining';
import { Ledger } from '../../../../main/floor/ledger/ledger';
import type { Chat, ChatState } from '../../../../preload/contract';
import { activeChat, ada, chatRead, customer, entry, messages, self, sofia } from '../../../support/floor/readings';

const at = (monotonicMs: number): { now: number; monotonicMs: number } => ({
  now: 1_000_000 + monotonicMs,
  monotonicMs,
});

function ledgerAfter(...events: FloorEvent[]): Ledger {
  const ledger = new Ledger({ self, isWatched: (userId) => userId === 'user-ada' });
  ledger.apply(events, at(0));
  return ledger;
}

function chatAfter(...readings: ChatReading[]): Chat | null {
  return ledgerAfter(...readings.map(chatRead)).chat('chat-1');
}

const ended = (state: ChatState): FloorEvent => chatRead({ chatId: 'chat-1', state, can: [], participants: [] });

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
    const ledger = ledgerAfter(chatRead(activeChat('everyone')), chatRead({ chatId: 'chat-1', state: 'revoked' }));
    ledger.apply([chatRead({ chatId: 'chat-1', state: 'invited' })], at(lateNewsMs + 1));
    ledger.apply([chatRead({ chatId: 'chat-1', state: 'active' })], at(lateNewsMs + 2));
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
    const ledger = ledgerAfter(chatRead(activeChat()), messages([entry(3, { from: boss })]));
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
      chatRead({ chatId: 'chat-1', state: 'active', can: [] }),
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
    const ledger = ledgerAfter(chatRead(activeChat()));
    ledger.apply([chatRead({ chatId: 'chat-1', state: 'left' })], at(100));
    ledger.apply([chatRead({ chatId: 'chat-1', state: 'finished' })], at(900));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'finished', endedAt: 1_000_100, can: [], mode: null });
  });

  it('is not undone by news from before it that comes late', () => {
    const ledger = ledgerAfter(chatRead(activeChat()), ended('revoked'));
    expect(ledger.apply([chatRead(activeChat('everyone'))], at(2_000))).toEqual([]);
    expect(ledger.apply([chatRead({ chatId: 'chat-1', state: 'invited' })], at(2_000))).toEqual([]);
    expect(ledger.apply([chatRead({ chatId: 'chat-1', can: ['leave'] })], at(2_000))).toEqual([]);
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('stays what it was when another end is told', () => {
    const ledger = ledgerAfter(chatRead(activeChat()), ended('revoked'));
    ledger.apply([ended('finished')], at(1));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('is undone by a transfer to another watched agent, known by the new participant id', () => {
    const ledger = ledgerAfter(chatRead(activeChat('everyone')), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatRead(again)], at(500));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'active', mode: 'monitor', endedAt: null });
    expect(ledger.joinOf('chat-1')).toEqual({ order: 2, isByInvitation: false });
  });

  it('is undone by the invitation that answers an intrusion, however soon', () => {
    const ledger = ledgerAfter(chatRead(activeChat()), ended('finished'));
    ledger.expectInvitation(
      'chat-1',
      { medium: 'chat', agentId: 'user-ben', agentName: 'Ben Okri', customerName: 'Somebody' },
      at(100),
    );
    ledger.apply([chatRead({ chatId: 'chat-1', state: 'invited', can: ['accept'], participants: [] })], at(200));
    expect(ledger.chat('chat-1')).toMatchObject({
      state: 'invited',
      can: ['accept'],
      agentId: 'user-ben',
      agentName: 'Ben Okri',
      customerName: 'Theo Brandt',
    });
  });

  it('is undone by news of life that can no longer be late', () => {
    const ledger = ledgerAfter(chatRead(activeChat()), ended('revoked'));
    ledger.apply([chatRead({ chatId: 'chat-1', state: 'active' })], at(lateNewsMs + 1));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'active', endedAt: null });
  });

  it('is never undone by news that names a place the supervisor has left, however late it comes', () => {
    const ledger = ledgerAfter(chatRead(activeChat()), ended('revoked'));
    expect(ledger.apply([chatRead(activeChat())], at(10 * lateNewsMs))).toEqual([]);
  });

  it('told soon after the end of an earlier stay is not believed but read back, since it may be that one again', () => {
    const ledger = ledgerAfter(chatRead(activeChat()), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatRead(again)], at(500));
    expect(ledger.takeWishForReading()).toBe(false);
    expect(ledger.apply([ended('revoked')], at(2_000))).toEqual([]);
    expect([ledger.takeWishForReading(), ledger.takeWishForReading()]).toEqual([true, false]);
    ledger.replace({ chats: [], transcripts: [] }, false, at(2_100));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('told later than any news can be late is the end of the later stay', () => {
    const ledger = ledgerAfter(chatRead(activeChat()), ended('revoked'));
    const again = activeChat('supervisors', { participants: [ada, customer, sofia('supervisors', 'part-sofia-2')] });
    ledger.apply([chatRead(again)], at(500));
    ledger.apply([ended('revoked')], at(lateNewsMs + 501));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
    expect(ledger.takeWishForReading()).toBe(false);
  });

  it('is needed before an invitation can come again; told within a chat it is old, or the end is missing', () => {
    const ledger = ledgerAfter(chatRead(activeChat()));
    expect(ledger.apply([chatRead({ chatId: 'chat-1', state: 'invited', can: ['accept'] })], at(5))).toEqual([]);
    expect(ledger.takeWishForReading()).toBe(true);
  });

  it('lets a chat be dismissed, and news of the same end does not bring it back', () => {
    const ledger = ledgerAfter(chatRead(activeChat()), messages([entry(1)]), ended('revoked'));
    expect(ledger.dismiss('chat-1')).toEqual([{ type: 'chatRemoved', chatId: 'chat-1' }]);
    expect(ledger.apply([ended('revoked'), ended('finished'), messages([entry(2)])], at(1))).toEqual([]);
    ledger.replace({ chats: [{ chatId: 'chat-1', state: 'revoked' }], transcripts: [] }, true, at(2));
    expect(ledger.chats()).toEqual([]);
    ledger.apply([chatRead(activeChat('agents', { participants: [sofia('agents', 'part-new')] }))], at(3));
    expect(ledger.chat('chat-1')?.mode).toBe('coach');
  });

  it('is needed before a chat can be dismissed', () => {
    const ledger = ledgerAfter(chatRead(activeChat()));
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
    expect(ledger.apply([chatRead(activeChat())], at(1)).map((change) => change.type)).toEqual([
      'chatChanged',
      'entriesAdded',
    ]);
  });

  it('is only what changed in the end, whatever happened on the way', () => {
    const ledger = ledgerAfter(chatRead(activeChat('agents')));
    const thereAndBack = [chatRead(activeChat('everyone')), chatRead(activeChat('agents'))];
    expect(ledger.apply(thereAndBack, at(1))).toEqual([]);
  });

  it('leaves alone what a reading does not mention', () => {
    const chat = chatAfter(activeChat('agents', { customerData: [{ key: 'Order', value: '7' }], receivedAt: 42 }), {
      chatId: 'chat-1',
      can: ['leave'],
    });
    expect(chat).toMatchObject({
      customerData: [{ key: 'Order', value: '7' }],
      receivedAt: 42,
      mode: 'coach',
      can: ['leave'],
    });
  });
});
