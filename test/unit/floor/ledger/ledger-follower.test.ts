import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntryUpdate } from '../../../../main/floor/events';
import type { FloorChange, Transcript } from '../../../../preload/contract';
import { emptyTranscript, withEntries } from '../../../../renderer/stores/transcript-changes';
import { newLedger } from '../../../support/floor/ledger-bench';
import { activeChat, chatUpdated, entry, messages } from '../../../support/floor/readings';

const indexes = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });

/** Events of a chat: messages, a loss, and resyncs with a whole, a short or no transcript, or without the chat. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('words' as const), indexes }),
  fc.record({ kind: fc.constant('reported' as const) }),
  fc.record({ kind: fc.constant('lost' as const) }),
  fc.record({
    kind: fc.constant('read' as const),
    isThere: fc.boolean(),
    indexes: fc.option(indexes),
    mayHaveMissed: fc.boolean(),
  }),
);

const words = (of: readonly number[]): readonly EntryUpdate[] => [...of].sort((a, b) => a - b).map((at) => entry(at));

function follow(before: Transcript, changes: readonly FloorChange[]): Transcript {
  return changes.reduce((transcript, change) => {
    if (change.type === 'entriesAdded') return withEntries(transcript, change.entries);
    return change.type === 'gapsChanged' ? { ...transcript, gaps: change.gaps } : transcript;
  }, before);
}

it('publishes changes that reproduce entries and gaps after every step', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const ledger = newLedger();
      let followed = emptyTranscript('chat-1');
      for (const [turn, one] of steps.entries()) {
        const moment = { now: 1_000_000 + turn, monotonicMs: turn };
        const take = (changes: readonly FloorChange[]): void => {
          followed = follow(followed, changes);
        };
        if (one.kind === 'words') take(ledger.apply([messages([...words(one.indexes)])], moment));
        else if (one.kind === 'reported') take(ledger.apply([chatUpdated(activeChat())], moment));
        else if (one.kind === 'lost') ledger.markEventsLost();
        else {
          const transcripts = one.indexes === null ? [] : [{ chatId: 'chat-1', entries: words(one.indexes) }];
          const reading = { chats: one.isThere ? [activeChat()] : [], transcripts: one.isThere ? transcripts : [] };
          take(ledger.applySnapshot(reading, one.mayHaveMissed, moment));
        }
        const { entries, gaps } = ledger.transcripts()[0] ?? emptyTranscript('chat-1');
        expect(followed).toMatchObject({ entries, gaps });
      }
    }),
    { numRuns: 150 },
  );
});
