import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../../main/floor/ledger/ledger';
import { activeChat, chatUpdated, entry, messages, self } from '../../../support/floor/readings';

const at = (monotonicMs: number): { now: number; monotonicMs: number } => ({
  now: 1_000_000 + monotonicMs,
  monotonicMs,
});
const nothing = { chats: [], transcripts: [] };
const ledger = (): Ledger => new Ledger({ self, isWatched: () => false });
const gaps = (book: Ledger): unknown => book.transcripts()[0]?.gaps;

/** A chat that the reading did not find, told by the news that was held back while everything was read. */
const middleOfChat = [chatUpdated(activeChat()), messages([entry(7)])];

describe('news held back during a reading', () => {
  it('leaves a marked gap before a chat whose beginning was cut off by the loss', () => {
    const book = ledger();
    book.applySnapshot(nothing, false, at(0));
    book.markEventsLost();
    book.applySnapshot(nothing, true, at(10));
    const changes = book.apply(middleOfChat, at(10));
    const gap = { afterIndex: null, beforeIndex: 7 };
    expect(gaps(book)).toMatchObject([gap]);
    expect(changes).toContainEqual(expect.objectContaining({ type: 'gapsChanged', chatId: 'chat-1' }));
  });

  it('does so whichever of the chat and its lines is told first', () => {
    const book = ledger();
    book.applySnapshot(nothing, true, at(10));
    book.apply(middleOfChat.toReversed(), at(10));
    expect(gaps(book)).toMatchObject([{ afterIndex: null, beforeIndex: 7 }]);
  });

  it('keeps the gap when the chat ends before anything could be read again', () => {
    const book = ledger();
    book.applySnapshot(nothing, true, at(10));
    book.apply([...middleOfChat, chatUpdated({ chatId: 'chat-1', state: 'finished' })], at(10));
    book.applySnapshot(nothing, false, at(20));
    expect(gaps(book)).toMatchObject([{ afterIndex: null, beforeIndex: 7 }]);
  });

  it('lets the gap go once the transcript could be read', () => {
    const book = ledger();
    book.applySnapshot(nothing, true, at(10));
    book.apply(middleOfChat, at(10));
    const transcripts = [{ chatId: 'chat-1', entries: [entry(1), entry(7)] }];
    book.applySnapshot({ chats: [activeChat()], transcripts }, false, at(20));
    expect(gaps(book)).toEqual([]);
  });

  it('is whole, and so is what comes later, where nothing was lost', () => {
    const unharmed = ledger();
    unharmed.applySnapshot(nothing, false, at(0));
    unharmed.apply([], at(1));
    unharmed.applySnapshot(nothing, false, at(10));
    unharmed.apply(middleOfChat, at(10));
    expect(gaps(unharmed)).toEqual([]);
    const recovered = ledger();
    recovered.applySnapshot(nothing, true, at(10));
    recovered.apply([], at(10));
    recovered.apply(middleOfChat, at(11));
    expect(gaps(recovered)).toEqual([]);
  });
});

describe('a line of a chat that is not known yet', () => {
  it('outlives a reading that does not find the chat, which is told afterwards and over already', () => {
    const book = ledger();
    book.applySnapshot(nothing, false, at(0));
    book.markEventsLost();
    book.apply([messages([entry(9)])], at(5));
    book.markEventsLost();
    book.applySnapshot(nothing, true, at(10));
    expect(book.chats()).toEqual([]);
    book.apply([messages([entry(10)]), chatUpdated({ chatId: 'chat-1', state: 'revoked' })], at(20));
    expect(book.entries('chat-1').map(({ index }) => index)).toEqual([9, 10]);
    expect(gaps(book)).toMatchObject([{ afterIndex: null, beforeIndex: 9 }]);
  });

  it('is forgotten when the chat was not told for minutes', () => {
    const book = ledger();
    book.applySnapshot(nothing, false, at(0));
    book.apply([messages([entry(9)])], at(5));
    book.applySnapshot(nothing, false, at(300_000));
    book.apply([chatUpdated(activeChat()), messages([entry(10)])], at(300_010));
    expect(book.entries('chat-1').map(({ index }) => index)).toEqual([10]);
  });
});
