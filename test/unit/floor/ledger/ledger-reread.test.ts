import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../../main/floor/ledger/ledger';
import { activeChat, chatUpdated, entry, messages, self, sofia, typingAt } from '../../../support/floor/readings';

const at = (monotonicMs: number): { now: number; monotonicMs: number } => ({
  now: 1_000_000 + monotonicMs,
  monotonicMs,
});
const nothing = { chats: [], transcripts: [] };

function ledgerWithChat(): Ledger {
  const ledger = new Ledger({ self, isWatched: () => false });
  ledger.apply([chatUpdated(activeChat()), messages([entry(1), entry(4)])], at(0));
  return ledger;
}

const gaps = (ledger: Ledger): unknown => ledger.transcripts()[0]?.gaps;

describe('a reading of everything', () => {
  it('ends the live chats that are not in it, and only those', () => {
    const ledger = ledgerWithChat();
    ledger.apply([chatUpdated(activeChat('agents', { chatId: 'chat-2', state: 'finished' }))], at(0));
    const changes = ledger.applySnapshot(nothing, false, at(10));
    expect(changes).toMatchObject([
      { type: 'chatChanged', chat: { id: 'chat-1', state: 'revoked', endedAt: 1_000_010 } },
    ]);
    expect(ledger.chat('chat-2')?.state).toBe('finished');
  });

  it('is believed even where news would be taken for late', () => {
    const ledger = ledgerWithChat();
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(5));
    ledger.applySnapshot({ chats: [activeChat('agents')], transcripts: [] }, false, at(10));
    expect(ledger.chat('chat-1')).toMatchObject({ state: 'active', mode: 'coach', endedAt: null });
  });

  it('brings back nothing by news older than itself that is told again afterwards', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, true, at(10));
    expect(ledger.apply([chatUpdated(activeChat('everyone'))], at(11))).toEqual([]);
  });

  it('marks a gap after the last known entry when news may have been missed', () => {
    const ledger = ledgerWithChat();
    const changes = ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    const gap = { afterIndex: 4, beforeIndex: null, from: 4_000, to: 1_000_010 };
    expect(changes).toEqual([{ type: 'gapsChanged', chatId: 'chat-1', gaps: [gap] }]);
    expect(gaps(ledger)).toEqual([gap]);
  });

  it('marks the gap also in a chat that ended meanwhile, whose last words may be missing', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, true, at(10));
    expect(gaps(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: null }]);
  });

  it('marks the gap in a chat whose end an earlier reading found, when the stream is lost before it told the rest', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, false, at(10));
    expect(gaps(ledger)).toEqual([]);
    ledger.applySnapshot(nothing, true, at(20));
    expect(gaps(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: null }]);
  });

  it('marks the gap where the news went missing, also when later news and the end of the chat came before the reading', () => {
    const ledger = ledgerWithChat();
    ledger.markEventsLost();
    ledger.apply([messages([entry(9)]), chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(5));
    ledger.applySnapshot(nothing, true, at(10));
    expect(gaps(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: 9 }]);
  });

  it('marks as unknown what came before a chat that was first heard of while news was missing', () => {
    const ledger = new Ledger({ self, isWatched: () => false });
    ledger.markEventsLost();
    ledger.apply([chatUpdated(activeChat()), messages([entry(4)])], at(5));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(6));
    ledger.applySnapshot(nothing, true, at(10));
    expect(gaps(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 4 }]);
  });

  it('marks the gap between two stays when the beginning of the later one went missing', () => {
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
      expect(gaps(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: 12 }]);
    }
  });

  it('marks as unknown what came before the news that was held back during the very first reading', () => {
    const ledger = new Ledger({ self, isWatched: () => false });
    ledger.applySnapshot(nothing, false, at(10));
    ledger.apply([messages([entry(7)]), chatUpdated(activeChat())], at(11));
    expect(gaps(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 7 }]);
  });

  it('marks as unknown what came before the lines heard before the very first reading, ended or going on', () => {
    for (const state of ['active', 'revoked'] as const) {
      const ledger = new Ledger({ self, isWatched: () => false });
      ledger.apply([messages([entry(6)]), chatUpdated(activeChat()), messages([entry(7)])], at(0));
      if (state === 'revoked') ledger.apply([chatUpdated({ chatId: 'chat-1', state })], at(1));
      ledger.applySnapshot({ chats: state === 'active' ? [activeChat()] : [], transcripts: [] }, false, at(10));
      expect(gaps(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 6 }]);
    }
  });

  it('marks every place at which a stay lost something whose beginning was not heard', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, false, at(1));
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(2));
    ledger.markEventsLost();
    ledger.apply([messages([entry(9)])], at(30_000));
    ledger.markEventsLost();
    ledger.apply([messages([entry(12)])], at(30_001));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(30_002));
    expect(gaps(ledger)).toMatchObject([
      { afterIndex: 4, beforeIndex: 9 },
      { afterIndex: 9, beforeIndex: 12 },
    ]);
  });

  it('marks the gap also when the reading that found the end made good an earlier loss', () => {
    const ledger = ledgerWithChat();
    ledger.markEventsLost();
    ledger.apply([messages([entry(5)])], at(5));
    ledger.applySnapshot(nothing, true, at(10));
    ledger.markEventsLost();
    ledger.applySnapshot(nothing, true, at(20));
    expect(gaps(ledger)).toMatchObject([{ afterIndex: 5, beforeIndex: null }]);
  });

  it('believes the end that the stream tells after a reading was ahead of it', () => {
    const ledger = new Ledger({ self, isWatched: () => false });
    ledger.apply([chatUpdated({ chatId: 'chat-1', state: 'invited' })], at(0));
    ledger.applySnapshot(nothing, false, at(10));
    ledger.apply([chatUpdated(activeChat()), chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(15));
    expect(ledger.chat('chat-1')?.state).toBe('revoked');
  });

  it('leaves no gap there when the stream did tell the end', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot(nothing, false, at(10));
    ledger.apply([messages([entry(6)]), chatUpdated({ chatId: 'chat-1', state: 'finished' })], at(15));
    expect(ledger.chat('chat-1')?.state).toBe('finished');
    ledger.applySnapshot(nothing, true, at(20));
    expect(gaps(ledger)).toEqual([]);
  });

  it('bounds the gap by the next entry, and narrows it by a late one', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    expect(ledger.apply([messages([entry(9)])], at(11))).toMatchObject([
      { type: 'entriesAdded' },
      { type: 'gapsChanged', gaps: [{ afterIndex: 4, beforeIndex: 9 }] },
    ]);
    ledger.apply([messages([entry(7)])], at(12));
    expect(gaps(ledger)).toMatchObject([{ afterIndex: 4, beforeIndex: 7 }]);
  });

  it('tells that a gap closes when the lines that come later show that nothing was missing there', () => {
    const ledger = new Ledger({ self, isWatched: () => false });
    ledger.applySnapshot(nothing, false, at(0));
    const found = ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(10));
    expect(found).toContainEqual(expect.objectContaining({ type: 'gapsChanged', gaps: [expect.anything()] }));
    expect(ledger.apply([messages([entry(1)])], at(11))).toContainEqual({
      ...{ type: 'gapsChanged', chatId: 'chat-1', gaps: [] },
    });
    expect(gaps(ledger)).toEqual([]);
  });

  it('lengthens a gap that is still open instead of marking another', () => {
    const ledger = ledgerWithChat();
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(99));
    expect(gaps(ledger)).toEqual([{ afterIndex: 4, beforeIndex: null, from: 4_000, to: 1_000_099 }]);
  });

  it('marks a gap from the start in a chat that was joined unseen', () => {
    const ledger = new Ledger({ self, isWatched: () => false });
    ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(10));
    ledger.apply([messages([entry(6)])], at(11));
    expect(gaps(ledger)).toMatchObject([{ afterIndex: null, beforeIndex: 6 }]);
  });

  it('fills in a transcript that could be read again, and closes its gaps', () => {
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
    expect(gaps(ledger)).toEqual([]);
  });

  it('marks no gap when nothing can have been missed', () => {
    const ledger = ledgerWithChat();
    expect(ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, at(10))).toEqual([]);
  });

  it('silences typists of whom nobody knows whether they still type', () => {
    const ledger = ledgerWithChat();
    ledger.apply([messages([], [typingAt(5, true)])], at(1));
    const changes = ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, true, at(2));
    expect(changes).toContainEqual({ type: 'typingChanged', chatId: 'chat-1', typing: [] });
  });
});
