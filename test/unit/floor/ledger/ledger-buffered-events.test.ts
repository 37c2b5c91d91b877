import { describe, expect, it } from 'vitest';
import { at, gapsOf, newLedger, nothing } from '../../../support/floor/ledger-bench';
import { activeChat, chatUpdated, entry, messages } from '../../../support/floor/readings';

/** A chat that the resync did not contain, reported by the events buffered during it. */
const middleOfChat = [chatUpdated(activeChat()), messages([entry(7)])];

describe('events buffered during a resync', () => {
  it('leave a gap before a chat whose beginning was lost', () => {
    const book = newLedger();
    book.applySnapshot(nothing, false, at(0));
    book.markEventsLost();
    book.applySnapshot(nothing, true, at(10));
    const changes = book.apply(middleOfChat, at(10));
    const gap = { afterIndex: null, beforeIndex: 7 };
    expect(gapsOf(book)).toMatchObject([gap]);
    expect(changes).toContainEqual(expect.objectContaining({ type: 'gapsChanged', chatId: 'chat-1' }));
  });

  it('leave the gap whether the chat or its entries come first', () => {
    const book = newLedger();
    book.applySnapshot(nothing, true, at(10));
    book.apply(middleOfChat.toReversed(), at(10));
    expect(gapsOf(book)).toMatchObject([{ afterIndex: null, beforeIndex: 7 }]);
  });

  it('leave the gap when the chat ends before the resync', () => {
    const book = newLedger();
    book.applySnapshot(nothing, true, at(10));
    book.apply([...middleOfChat, chatUpdated({ chatId: 'chat-1', state: 'finished' })], at(10));
    book.applySnapshot(nothing, false, at(20));
    expect(gapsOf(book)).toMatchObject([{ afterIndex: null, beforeIndex: 7 }]);
  });

  it('lose the gap once the transcript was read', () => {
    const book = newLedger();
    book.applySnapshot(nothing, true, at(10));
    book.apply(middleOfChat, at(10));
    const transcripts = [{ chatId: 'chat-1', entries: [entry(1), entry(7)] }];
    book.applySnapshot({ chats: [activeChat()], transcripts }, false, at(20));
    expect(gapsOf(book)).toEqual([]);
  });

  it('leave the gap after the last entry of an earlier stay', () => {
    const book = newLedger();
    book.apply([chatUpdated(activeChat()), messages([entry(1), entry(2), entry(4)])], at(0));
    book.apply([chatUpdated({ chatId: 'chat-1', state: 'left' })], at(5));
    book.markEventsLost();
    book.applySnapshot(nothing, true, at(100_000));
    book.apply(middleOfChat, at(100_000));
    expect(gapsOf(book)).toMatchObject([{ afterIndex: 4, beforeIndex: 7 }]);
  });

  it('are complete when nothing was lost', () => {
    const unharmed = newLedger();
    unharmed.applySnapshot(nothing, false, at(0));
    unharmed.apply([], at(1));
    unharmed.applySnapshot(nothing, false, at(10));
    unharmed.apply(middleOfChat, at(10));
    expect(gapsOf(unharmed)).toEqual([]);
    const recovered = newLedger();
    recovered.applySnapshot(nothing, true, at(10));
    recovered.apply([], at(10));
    recovered.apply(middleOfChat, at(11));
    expect(gapsOf(recovered)).toEqual([]);
  });
});

describe('an entry of an unknown chat', () => {
  it('survives a resync without the chat, which is reported later as ended', () => {
    const book = newLedger();
    book.applySnapshot(nothing, false, at(0));
    book.markEventsLost();
    book.apply([messages([entry(9)])], at(5));
    book.markEventsLost();
    book.applySnapshot(nothing, true, at(10));
    expect(book.chats()).toEqual([]);
    book.apply([messages([entry(10)]), chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(20));
    expect(book.entries('chat-1').map(({ index }) => index)).toEqual([9, 10]);
    expect(gapsOf(book)).toMatchObject([{ afterIndex: null, beforeIndex: 9 }]);
  });

  it('is dropped when the chat is not reported for minutes', () => {
    const book = newLedger();
    book.applySnapshot(nothing, false, at(0));
    book.apply([messages([entry(9)])], at(5));
    book.applySnapshot(nothing, false, at(300_000));
    book.apply([chatUpdated(activeChat()), messages([entry(10)])], at(300_010));
    expect(book.entries('chat-1').map(({ index }) => index)).toEqual([10]);
  });
});
