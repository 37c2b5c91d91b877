import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../../main/floor/ledger/ledger';
import { at, gapsOf, newLedger, nothing } from '../../../support/floor/ledger-bench';
import { activeChat, chatUpdated, entry, messages, sofia, typingAt } from '../../../support/floor/readings';

function ledgerWithChat(): Ledger {
  const ledger = newLedger();
  ledger.apply([chatUpdated(activeChat()), messages([entry(1), entry(4)])], at(0));
  return ledger;
}

describe('applySnapshot', () => {
  it('revokes the live chats that it does not contain, and only those', () => {
    const ledger = ledgerWithChat();
    ledger.apply([chatUpdated(activeChat('agents', { chatId: 'chat-2', state: 'finished' }))], at(0));
    const changes = ledger.applySnapshot(nothing, false, at(10));
    expect(changes).toMatchObject([
      { type: 'chatChanged', chat: { id: 'chat-1', state: 'revoked', endedAt: 1_000_010 } },
    ]);
    expect(ledger.chat('chat-2')?.state).toBe('finished');
  });

  it('ends a live chat that it contains as ended', () => {
    const ledger = ledgerWithChat();
    const chats = [activeChat('agents', { state: 'finished' })];
    ledger.applySnapshot({ chats, transcripts: [] }, false, at(10));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'finished', endedAt: 1_000_010 });
  });

  it('applies even where an event would count as late', () => {
    const ledger = ledgerWithChat();
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(5));
    ledger.applySnapshot({ chats: [activeChat('agents')], transcripts: [] }, false, at(10));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'active', mode: 'coach', endedAt: null });
  });

  it('restores nothing through older events that are repeated afterwards', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, true, at(10));
    expect(ledger.apply([chatUpdated(activeChat('everyone'))], at(11))).toEqual([]);
  });

  it('opens a gap after the last known entry when events may be lost', () => {
    const ledger = ledgerWithChat();
    const changes = ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    const gap = { afterIndex: 4, beforeIndex: null, from: 4_000, to: 1_000_010 };
    expect(changes).toEqual([{ type: 'gapsChanged', chatId: 'chat-1', gaps: [gap] }]);
    expect(gapsOf(ledger)).toEqual([gap]);
  });

  it('opens a gap in a chat that ended meanwhile, too', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, true, at(10));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: null }]);
  });

  it('opens a gap in a chat whose end was inferred, when the stream is lost before it reports the rest', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, false, at(10));
    expect(gapsOf(ledger)).toEqual([]);
    ledger.applySnapshot(nothing, true, at(20));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: null }]);
  });

  it('opens the gap where events were lost, though later ones and the end came before the resync', () => {
    const ledger = ledgerWithChat();
    ledger.markEventsLost();
    ledger.apply([messages([entry(9)]), chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(5));
    ledger.applySnapshot(nothing, true, at(10));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: 9 }]);
  });

  it('marks the start as unknown in a chat first received while events were lost', () => {
    const ledger = newLedger();
    ledger.markEventsLost();
    ledger.apply([chatUpdated(activeChat()), messages([entry(4)])], at(5));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(6));
    ledger.applySnapshot(nothing, true, at(10));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 4 }]);
  });

  it('opens a gap between two stays when the beginning of the later one was lost', () => {
    for (const isReadBefore of [false, true]) {
      const ledger = ledgerWithChat();
      ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(5));
      if (isReadBefore) ledger.applySnapshot(nothing, false, at(6));
      ledger.markEventsLost();
      if (isReadBefore) ledger.applySnapshot(nothing, true, at(30_000));
      const again = activeChat('agents', { participants: [sofia('agents', 'part-sofia-again')] });
      ledger.apply(
        [messages([entry(12)]), chatUpdated(again), chatUpdated({ chatId: 'chat-1', state: 'revoked' })],
        at(30_001),
      );
      ledger.applySnapshot(nothing, true, at(30_002));
      expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: 12 }]);
    }
  });

  it('marks the start as unknown before events buffered during the first resync', () => {
    const ledger = newLedger();
    ledger.applySnapshot(nothing, false, at(10));
    ledger.apply([messages([entry(7)]), chatUpdated(activeChat())], at(11));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 7 }]);
  });

  it('marks the start as unknown before entries received before the first resync, live or ended', () => {
    for (const state of ['active', 'revoked'] as const) {
      const ledger = newLedger();
      ledger.apply([messages([entry(6)]), chatUpdated(activeChat()), messages([entry(7)])], at(0));
      if (state === 'revoked') ledger.apply([chatUpdated({ chatId: 'chat-1', state })], at(1));
      ledger.applySnapshot({ chats: state === 'active' ? [activeChat()] : [], transcripts: [] }, false, at(10));
      expect(gapsOf(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 6 }]);
    }
  });

  it('opens a gap at every loss in a stay with an unknown beginning', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, false, at(1));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(2));
    ledger.markEventsLost();
    ledger.apply([messages([entry(9)])], at(30_000));
    ledger.markEventsLost();
    ledger.apply([messages([entry(12)])], at(30_001));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(30_002));
    expect(gapsOf(ledger)).toMatchObject([
      { afterIndex: 4, beforeIndex: 9 },
      { afterIndex: 9, beforeIndex: 12 },
    ]);
  });

  it('opens a gap although the read that found the end repaired an earlier loss', () => {
    const ledger = ledgerWithChat();
    ledger.markEventsLost();
    ledger.apply([messages([entry(5)])], at(5));
    ledger.applySnapshot(nothing, true, at(10));
    ledger.markEventsLost();
    ledger.applySnapshot(nothing, true, at(20));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 5, beforeIndex: null }]);
  });

  it('keeps the end that the stream reports after the resync', () => {
    const ledger = newLedger();
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited' })], at(0));
    ledger.applySnapshot(nothing, false, at(10));
    ledger.apply([chatUpdated(activeChat()), chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(15));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('leaves no gap when the stream reported the end', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, false, at(10));
    ledger.apply([messages([entry(6)]), chatUpdated({ chatId: 'chat-1', state: 'finished' })], at(15));
    expect(ledger.chat('chat-1')?.state).toBe('finished');
    ledger.applySnapshot(nothing, true, at(20));
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('bounds the gap by the next entry, and narrows it by a late one', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    expect(ledger.apply([messages([entry(9)])], at(11))).toMatchObject([
      { type: 'entriesAdded' },
      { type: 'gapsChanged', gaps: [{ afterIndex: 4, beforeIndex: 9 }] },
    ]);
    ledger.apply([messages([entry(7)])], at(12));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: 7 }]);
  });

  it('publishes that a gap closes when later entries show that nothing was missing', () => {
    const ledger = newLedger();
    ledger.applySnapshot(nothing, false, at(0));
    const found = ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(10));
    expect(found).toContainEqual(expect.objectContaining({ type: 'gapsChanged', gaps: [expect.anything()] }));
    expect(ledger.apply([messages([entry(1)])], at(11))).toContainEqual({
      ...{ type: 'gapsChanged', chatId: 'chat-1', gaps: [] },
    });
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('extends an open gap instead of adding another', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(99));
    expect(gapsOf(ledger)).toEqual([{ afterIndex: 4, beforeIndex: null, from: 4_000, to: 1_000_099 }]);
  });

  it('opens a gap from the start in a chat that was joined unnoticed', () => {
    const ledger = newLedger();
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    ledger.apply([messages([entry(6)])], at(11));
    expect(gapsOf(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 6 }]);
  });

  it('fills in a transcript that was read, and closes its gaps', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    const changes = ledger.applySnapshot(
      { chats: [activeChat()], transcripts: [{ chatId: 'chat-1', entries: [entry(1), entry(2), entry(4), entry(5)] }] },
      true,
      at(20),
    );
    expect(changes).toMatchObject([
      { type: 'entriesAdded', entries: [{ index: 2 }, { index: 5 }] },
      { type: 'gapsChanged', gaps: [] },
    ]);
    expect(gapsOf(ledger)).toEqual([]);
  });

  it('opens no gap when nothing can be lost', () => {
    const ledger = ledgerWithChat();
    expect(ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(10))).toEqual([]);
  });

  it('clears typing indicators whose state is unknown', () => {
    const ledger = ledgerWithChat();
    ledger.apply([messages([], [typingAt(5, true)])], at(1));
    const changes = ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(2));
    expect(changes).toContainEqual({ type: 'typingChanged', chatId: 'chat-1', typing: [] });
  });
});
