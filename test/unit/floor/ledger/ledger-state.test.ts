import { describe, expect, it } from 'vitest';
import type { FloorEvent } from '../../../../main/floor/events';
import { Ledger } from '../../../../main/floor/ledger/ledger';
import { typingTtlMs } from '../../../../main/floor/ledger/typing';
import { at, gapsOf, ledgerAfter, nothing } from '../../../support/floor/ledger-bench';
import {
  activeChat,
  ada,
  chatUpdated,
  customer,
  entry,
  messages,
  self,
  sofia,
  typingAt,
} from '../../../support/floor/readings';

const revoked = (chatId = 'chat-1') => chatUpdated({ chatId, state: 'revoked' });

describe('the ledger', () => {
  it('knows nothing of a chat that no event names', () => {
    const ledger = ledgerAfter();
    expect([ledger.mediumOf('chat-1'), ledger.chat('chat-1'), ledger.joinOf('chat-1')]).toEqual([null, null, null]);
    expect([ledger.entries('chat-1'), ledger.nextTypingExpiry(), ledger.joins]).toEqual([[], null, 0]);
  });

  it('ignores events that are of no chat', () => {
    const ledger = ledgerAfter();
    const events: FloorEvent[] = [
      { type: 'operationFailed', referenceId: 1, serverMessage: '' },
      { type: 'ownChannelsUpdated', channels: [] },
    ];
    expect([ledger.apply(events, at(1)), ledger.chats()]).toEqual([[], []]);
  });

  it('lists chats in the order in which they were first seen, and by id where that is equal', () => {
    const ledger = ledgerAfter(...['b', 'c', 'a'].map((chatId) => chatUpdated(activeChat('agents', { chatId }))));
    ledger.apply([chatUpdated(activeChat('agents', { chatId: '0' }))], at(1));
    expect(ledger.chats().map(({ id }) => id)).toEqual(['a', 'b', 'c', '0']);
    expect(ledger.transcripts().map(({ chatId }) => chatId)).toEqual(['a', 'b', 'c', '0']);
  });

  it('calls a chat live from its report to its end', () => {
    const ledger = ledgerAfter(messages([entry(1)]), chatUpdated(activeChat('agents', { chatId: 'chat-2' })));
    expect(ledger.liveChatIds()).toEqual(['chat-2']);
    ledger.apply([chatUpdated(activeChat()), revoked('chat-2')], at(1));
    expect(ledger.liveChatIds()).toEqual(['chat-1']);
  });

  it('numbers joins, and knows the one of an active chat', () => {
    const ledger = ledgerAfter(chatUpdated({ chatId: 'chat-1', state: 'invited' }));
    expect(ledger.joinOf('chat-1')).toBeNull();
    ledger.apply([chatUpdated(activeChat()), chatUpdated(activeChat('agents', { chatId: 'chat-2' }))], at(1));
    expect(ledger.joinOf('chat-1')).toEqual({ order: 1, isByInvitation: true });
    expect([ledger.joinOf('chat-2'), ledger.joins]).toEqual([{ order: 2, isByInvitation: false }, 2]);
    ledger.apply([revoked('chat-2')], at(2));
    expect(ledger.joinOf('chat-2')).toBeNull();
  });

  it('names the first expiry of all who are typing', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), chatUpdated(activeChat('agents', { chatId: 'chat-2' })));
    ledger.apply([messages([], [typingAt(3, true)])], at(50));
    ledger.apply([messages([], [typingAt(3, true)], 'chat-2')], at(20));
    expect(ledger.nextTypingExpiry()).toBe(20 + typingTtlMs);
  });

  it('recognises an agent as soon as a watch names them', () => {
    const watched = new Set<string>();
    const ledger = new Ledger({ self, isWatched: (userId) => watched.has(userId) });
    const hidden = { ...ada, visibility: 'agents' } as const;
    ledger.apply([chatUpdated(activeChat('agents', { participants: [hidden, customer, sofia('agents')] }))], at(0));
    expect(ledger.chat('chat-1')).toMatchObject({ agentName: null });
    watched.add('user-ada');
    expect(ledger.recompute(at(1))).toMatchObject([{ type: 'chatChanged', chat: { agentName: 'Ada' } }]);
    expect(ledger.recompute(at(2))).toEqual([]);
  });

  it('keeps the first sight of a chat that was requested before it came', () => {
    const ledger = ledgerAfter();
    ledger.expectInvitation('chat-1', { medium: 'sms', agentId: 'a', agentName: null, customerName: null }, at(7));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited' })], at(9));
    expect(ledger.chat('chat-1')).toMatchObject({ medium: 'sms', firstSeenAt: 1_000_007 });
  });

  it('removes what was said in a dismissed chat', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1)], [typingAt(2, true)]), revoked());
    ledger.dismiss('chat-1');
    expect([ledger.chat('chat-1'), ledger.entries('chat-1'), ledger.transcripts()]).toEqual([null, [], []]);
    const again = activeChat('agents', { participants: [customer, sofia('agents', 'part-again')] });
    ledger.apply([chatUpdated(again)], at(3));
    expect(ledger.transcripts()).toEqual([{ chatId: 'chat-1', entries: [], gaps: [], typing: [] }]);
  });
});

describe('after clear, the ledger', () => {
  it('knows nothing and asks for nothing', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), chatUpdated({ chatId: 'chat-1', state: 'invited' }));
    ledger.clear();
    expect([ledger.chats(), ledger.mediumOf('chat-1'), ledger.takeResyncRequest()]).toEqual([[], null, false]);
    ledger.apply([chatUpdated(activeChat())], at(1));
    expect(ledger.chat('chat-1')?.firstSeenAt).toBe(1_000_001);
  });

  it('takes the next read for the first one', () => {
    const ledger = ledgerAfter();
    ledger.applySnapshot(nothing, false, at(0));
    ledger.clear();
    ledger.apply([chatUpdated(activeChat()), messages([entry(6)])], at(1));
    expect(gapsOf(ledger)).toEqual([]);
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(2));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 6 }]);
  });

  it('holds no earlier loss against the next supervisor', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1)]));
    ledger.markEventsLost();
    ledger.clear();
    ledger.apply([chatUpdated(activeChat()), messages([entry(1), entry(2)])], at(1));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(2));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 2, beforeIndex: null }]);
  });
});

describe('a loss of events', () => {
  it('counts for every live chat, where each was then', () => {
    const ledger = ledgerAfter(
      chatUpdated(activeChat()),
      chatUpdated(activeChat('agents', { chatId: 'chat-2' })),
      messages([entry(1)]),
    );
    ledger.markEventsLost();
    ledger.apply([messages([entry(9)]), messages([entry(5)], [], 'chat-2')], at(1));
    const chats = [activeChat(), activeChat('agents', { chatId: 'chat-2' })];
    ledger.applySnapshot({ chats, transcripts: [] }, true, at(2));
    expect([gapsOf(ledger), gapsOf(ledger, 'chat-2')]).toMatchObject([
      [{ afterIndex: 1, beforeIndex: 9 }],
      [{ afterIndex: null, beforeIndex: 5 }],
    ]);
  });

  it('does not count for a chat whose end was reported before', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1)]), revoked());
    ledger.applySnapshot(nothing, false, at(1));
    ledger.markEventsLost();
    ledger.applySnapshot(nothing, true, at(2));
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('counts from the last of several entries on', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1), entry(2), entry(3)]));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(1));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 3, beforeIndex: null }]);
  });

  it('counts for a chat whose end was found by a read, however often it was read since', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1)]));
    for (const ms of [1, 2]) ledger.applySnapshot(nothing, false, at(ms));
    ledger.applySnapshot(nothing, true, at(3));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 1, beforeIndex: null }]);
  });

  it('opens no gap after a whole read, whatever comes next', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()));
    const whole = { chats: [activeChat()], transcripts: [{ chatId: 'chat-1', entries: [entry(1)] }] };
    ledger.applySnapshot(whole, true, at(1));
    ledger.apply([messages([entry(5)])], at(2));
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('opens no gap when an end is only repeated', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1)]), revoked());
    ledger.applySnapshot(nothing, true, at(1));
    ledger.apply([revoked()], at(2));
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('is over with the read after it', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(3)]));
    ledger.markEventsLost();
    const whole = { chats: [activeChat()], transcripts: [{ chatId: 'chat-1', entries: [entry(2), entry(3)] }] };
    ledger.applySnapshot(whole, true, at(1));
    ledger.apply([messages([entry(4)])], at(2));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(3));
    expect(gapsOf(ledger)).toEqual([]);
  });
});

describe('a read without losses', () => {
  it('keeps who is typing, and one after a loss does not', () => {
    const chats = [activeChat()];
    const typists = (mayHaveMissed: boolean) => {
      const ledger = ledgerAfter(chatUpdated(activeChat()), messages([], [typingAt(3, true)]));
      ledger.applySnapshot({ chats, transcripts: [] }, mayHaveMissed, at(1));
      return ledger.transcripts()[0]?.typing.length;
    };
    expect([typists(false), typists(true)]).toEqual([1, 0]);
  });

  it('asks for no further one, whatever was asked before', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), chatUpdated({ chatId: 'chat-1', state: 'invited' }));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(1));
    expect(ledger.takeResyncRequest()).toBe(false);
  });

  it('opens no gap in a chat it finds invited', () => {
    const ledger = ledgerAfter();
    ledger.applySnapshot(nothing, false, at(0));
    ledger.applySnapshot({ chats: [{ chatId: 'chat-1', state: 'invited' }], transcripts: [] }, false, at(1));
    ledger.apply([chatUpdated(activeChat()), messages([entry(5)])], at(2));
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('opens no gap in a live chat in which nothing was said', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(1));
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('opens no gap in a chat whose entries came before it', () => {
    const ledger = ledgerAfter();
    ledger.applySnapshot(nothing, false, at(0));
    ledger.apply([], at(1));
    ledger.apply([messages([entry(1)])], at(2));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(3));
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('opens no gap before entries from the first on', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(1), entry(2)]));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(1));
    expect(gapsOf(ledger)).toEqual([]);
  });
});
