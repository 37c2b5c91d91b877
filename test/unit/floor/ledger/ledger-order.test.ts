import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryUpdate, FloorEvent, ParticipantUpdate, TypingUpdate } from '../../../../main/floor/events';
import type { Ledger } from '../../../../main/floor/ledger/ledger';
import type { FloorChange, TranscriptEntry, Visibility } from '../../../../preload/contract';
import { newLedger } from '../../../support/floor/ledger-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';

const moment = { now: 5_000, monotonicMs: 0 };

const kinds = ['text', 'joined', 'rejoined', 'left', 'notice'] as const;
const texts = ['hello', 'bye', 'שלום', '🙂'];
const visibilities = ['everyone', 'agents', 'supervisors'] as const;

function authorOf(number: number, isWhole: boolean, visibility: Visibility | null): ParticipantUpdate {
  return {
    participantId: `part-${number}`,
    type: number === 0 ? 'customer' : number === 4 ? 'other' : 'agent',
    nickname: ['Theo', 'Ada', 'Ben', 'Sofia', 'Bot'][number] ?? '',
    userId: isWhole ? ([null, 'user-ada', 'user-ben', 'user-sofia', null][number] ?? null) : null,
    visibility,
  };
}

/** One entry per index; a version of it may omit its kind, its text, or some or all of its author. */
const entryReading: fc.Arbitrary<EntryUpdate> = fc
  .record({
    index: fc.integer({ min: 0, max: 30 }),
    saysKind: fc.boolean(),
    saysText: fc.boolean(),
    saysAuthor: fc.boolean(),
    saysUser: fc.boolean(),
    saysVisibility: fc.boolean(),
  })
  .map(({ index, saysKind, saysText, saysAuthor, saysUser, saysVisibility }) => {
    const visibility = visibilities[index % 3] ?? 'everyone';
    return {
      index,
      kind: saysKind ? (kinds[index % 5] ?? 'text') : 'unknown',
      from: saysAuthor ? authorOf(index % 5, saysUser, saysVisibility ? visibility : null) : null,
      visibility: saysAuthor && saysVisibility ? visibility : 'everyone',
      text: saysText ? (texts[index % 4] ?? '') : '',
      at: (index * 7_919) % 20_000,
    };
  });

/** An index is unique: the server never sends two different typing events with one number. */
const typingReading: fc.Arbitrary<TypingUpdate> = fc
  .record({ index: fc.integer({ min: 0, max: 60 }), saysUser: fc.boolean() })
  .map(({ index, saysUser }) => ({
    index,
    from: {
      participantId: `part-${index % 4}`,
      type: index % 4 === 0 ? 'customer' : 'agent',
      nickname: ['Theo', 'Ada', 'Ben', 'Sofia'][index % 4] ?? '',
      userId: saysUser ? ([null, 'user-ada', 'user-ben', 'user-sofia'][index % 4] ?? null) : null,
      visibility: index % 3 === 0 ? 'everyone' : 'agents',
    },
    visibility: index % 2 === 0 ? 'everyone' : 'agents',
    isTyping: index % 5 !== 0,
    at: index * 400,
  }));

const anyEvent: fc.Arbitrary<FloorEvent> = fc
  .record({ entries: fc.array(entryReading, { maxLength: 4 }), typing: fc.array(typingReading, { maxLength: 2 }) })
  .map((both) => ({ type: 'messagesReceived', chatId: 'chat-1', ...both }));

interface Delivery {
  readonly inOrder: readonly FloorEvent[];
  readonly shuffled: readonly FloorEvent[];
  readonly batchSize: number;
}

/** The same events twice: in the original order, and in any order with repetitions. */
const delivery: fc.Arbitrary<Delivery> = fc.array(anyEvent, { minLength: 1, maxLength: 12 }).chain((inOrder) =>
  fc.record({
    inOrder: fc.constant(inOrder),
    shuffled: fc.array(fc.nat({ max: inOrder.length - 1 }), { maxLength: 10 }).chain((repeats) => {
      const all = [...inOrder, ...repeats.flatMap((at) => inOrder[at] ?? [])];
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    }),
    batchSize: fc.integer({ min: 1, max: 5 }),
  }),
);

function followed(transcript: Map<number, TranscriptEntry>, changes: readonly FloorChange[]): void {
  for (const change of changes) {
    if (change.type === 'entriesAdded') for (const entry of change.entries) transcript.set(entry.index, entry);
  }
}

function deliver(ledger: Ledger, events: readonly FloorEvent[], batchSize: number): Map<number, TranscriptEntry> {
  const transcript = new Map<number, TranscriptEntry>();
  for (let at = 0; at < events.length; at += batchSize) {
    followed(transcript, ledger.apply(events.slice(at, at + batchSize), moment));
  }
  return transcript;
}

const known = chatUpdated(activeChat());

describe('Ledger with the same messages', () => {
  it('shows the same transcript in any order and with repetitions', () => {
    fc.assert(
      fc.property(delivery, ({ inOrder, shuffled, batchSize }) => {
        const one = newLedger('user-ada');
        const other = newLedger('user-ada');
        deliver(one, [known, ...inOrder], 1);
        deliver(other, [known, ...shuffled], batchSize);
        expect(other.transcripts()).toEqual(one.transcripts());
        expect(other.chats()).toEqual(one.chats());
      }),
      { numRuns: 400 },
    );
  });

  it('shows the same whether the chat or its messages come first', () => {
    fc.assert(
      fc.property(delivery, fc.nat(), ({ inOrder, shuffled }, position) => {
        const at = position % (shuffled.length + 1);
        const one = newLedger('user-ada');
        const other = newLedger('user-ada');
        deliver(one, [known, ...inOrder], 1);
        deliver(other, [...shuffled.slice(0, at), known, ...shuffled.slice(at)], 1);
        expect(other.transcripts()).toEqual(one.transcripts());
        expect(other.chats()).toEqual(one.chats());
      }),
      { numRuns: 200 },
    );
  });

  it('publishes exactly what the snapshot shows, ascending and without repeats', () => {
    fc.assert(
      fc.property(delivery, ({ shuffled, batchSize }) => {
        const ledger = newLedger('user-ada');
        const transcript = deliver(ledger, [known, ...shuffled], batchSize);
        const shown = ledger.transcripts()[0]?.entries ?? [];
        expect([...transcript.values()].sort((left, right) => left.index - right.index)).toEqual(shown);
        expect(shown.map((entry) => entry.index)).toEqual(
          [...new Set(shown.map((entry) => entry.index))].sort((a, b) => a - b),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('publishes nothing when everything is repeated', () => {
    fc.assert(
      fc.property(delivery, ({ inOrder }) => {
        const ledger = newLedger('user-ada');
        deliver(ledger, [known, ...inOrder], 3);
        expect(ledger.apply([known, ...inOrder], moment)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
