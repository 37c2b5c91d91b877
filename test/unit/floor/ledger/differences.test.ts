import { describe, expect, it } from 'vitest';
import { differences as differencesOf, type RecordView } from '../../../../main/floor/ledger/differences';
import type { TranscriptEntry } from '../../../../preload/contract';
import { asPublished, mergeEntries, noEntries } from '../../../../main/floor/ledger/entries';
import { newLedger } from '../../../support/floor/ledger-bench';
import { activeChat, chatUpdated, entry, messages, typingAt } from '../../../support/floor/readings';

function viewWith(): RecordView {
  const ledger = newLedger();
  const moment = { now: 1_000_000, monotonicMs: 0 };
  ledger.apply(
    [
      chatUpdated(activeChat()),
      messages(
        [1, 2, 4].map((index) => entry(index)),
        [typingAt(5, true)],
      ),
    ],
    moment,
  );
  ledger.applySnapshot({ chats: [activeChat()], transcripts: [] }, false, moment);
  const [chat] = ledger.chats();
  const [transcript] = ledger.transcripts();
  if (chat === undefined || transcript === undefined) throw new Error('the chat is shown');
  return { chat, ...transcript, gaps: [{ afterIndex: 2, beforeIndex: 4, from: 1, to: 2 }] };
}

const view = viewWith();
const [one, two, four] = view.entries as readonly [TranscriptEntry, TranscriptEntry, TranscriptEntry];
const three = { ...two, index: 3 };

/** Of views whose entries are not those that are stored, so that all of them are compared. */
const differences = (before: RecordView | null, after: RecordView) => differencesOf(before, after, noEntries);

describe('differences', () => {
  it('are the chat, its entries, its gaps and who is typing when the chat is new', () => {
    expect(differences(null, view)).toEqual([
      { type: 'chatChanged', chat: view.chat },
      { type: 'entriesAdded', chatId: 'chat-1', entries: view.entries },
      { type: 'gapsChanged', chatId: 'chat-1', gaps: view.gaps },
      { type: 'typingChanged', chatId: 'chat-1', typing: view.typing },
    ]);
  });

  it('are the chat alone when nothing else is there', () => {
    expect(differences(null, { ...view, entries: [], gaps: [], typing: [] })).toEqual([
      { type: 'chatChanged', chat: view.chat },
    ]);
  });

  it('are none when nothing changed, also where nothing is another nothing', () => {
    expect(differences(view, { ...view })).toEqual([]);
    const quiet = { ...view, gaps: [], typing: [] };
    expect(differences(quiet, { ...quiet, gaps: [], typing: [] })).toEqual([]);
  });

  it('are the last gap that closed and the last who stopped typing', () => {
    expect(differences(view, { ...view, gaps: [], typing: [] })).toEqual([
      { type: 'gapsChanged', chatId: 'chat-1', gaps: [] },
      { type: 'typingChanged', chatId: 'chat-1', typing: [] },
    ]);
  });

  it('are a gap that grew and another who types', () => {
    const gaps = view.gaps.map((gap) => ({ ...gap, to: 3 }));
    const typing = view.typing.map((typist) => ({ ...typist, nickname: 'Ada' }));
    expect(differences(view, { ...view, gaps, typing })).toEqual([
      { type: 'gapsChanged', chatId: 'chat-1', gaps },
      { type: 'typingChanged', chatId: 'chat-1', typing },
    ]);
  });

  it.each([
    ['one in the middle', [one, two, three, four], [three]],
    ['one at the end', [one, two, four, { ...four, index: 5 }], [{ ...four, index: 5 }]],
    ['one that changed', [{ ...one, text: 'other' }, two, four], [{ ...one, text: 'other' }]],
    ['none that is only built again', [{ ...one }, two, { ...four }], []],
  ])('of entries are %s', (_case, entries, added) => {
    const changes = added.length === 0 ? [] : [{ type: 'entriesAdded', chatId: 'chat-1', entries: added }];
    expect(differences(view, { ...view, entries })).toEqual(changes);
  });

  it('of stored entries are the unpublished ones, in order and each once', () => {
    const published = asPublished(mergeEntries(noEntries, [one, two, four]));
    const longer = { ...two, text: `${two.text}, longer` };
    const five = { ...four, index: 5 };
    const stored = mergeEntries(mergeEntries(mergeEntries(published, [five]), [longer]), [three]);
    const [before, after] = [published, stored].map(({ entries }) => ({ ...view, entries }));
    expect(differencesOf(before ?? null, after ?? view, stored)).toEqual([
      { type: 'entriesAdded', chatId: 'chat-1', entries: [longer, three, five] },
    ]);
  });
});
