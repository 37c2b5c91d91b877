import { describe, expect, it } from 'vitest';
import { ChatTraces } from '../../../../main/floor/attention/chat-traces';
import { createKeywordMatcher } from '../../../../main/floor/attention/phrases';
import type { Listening } from '../../../../main/floor/attention/listening';
import { emptyTrace } from '../../../../main/floor/attention/traces/chat-trace';
import type { Transcript, TranscriptEntry, TranscriptGap } from '../../../../preload/contract';
import { at, chatFor, gapBehind, line } from '../../../support/floor/attention-views';

/** So many phrases that none of them has been prepared yet. */
const listeningTo = (count: number): Listening =>
  createKeywordMatcher([
    {
      name: 'watchedWords',
      language: null,
      phrases: Array.from({ length: count }, (_, place) => `phrase${String(place)}`),
    },
  ]);

const said = (from: number, to: number): readonly TranscriptEntry[] =>
  Array.from({ length: to - from + 1 }, (_, place) => line('customer', from + place, 'words', { index: from + place }));
const transcriptOf = (
  entries: readonly TranscriptEntry[],
  chatId = 'c1',
  gaps: readonly TranscriptGap[] = [],
): Transcript => ({ chatId, entries, gaps, typing: [] });

class TracesBench {
  /** What the floor store has of the chat. */
  stored: readonly TranscriptEntry[] = [];
  readonly traces: ChatTraces;

  /** A small list is prepared by the first turn. */
  constructor(phraseCount = 1) {
    this.traces = new ChatTraces(() => this.stored, listeningTo(phraseCount));
  }

  /** With the transcripts of these chats, all processed. */
  static read(...transcripts: readonly Transcript[]): TracesBench {
    const bench = new TracesBench();
    bench.restart(...transcripts);
    bench.traces.processPending(Infinity);
    return bench;
  }

  restart(...transcripts: readonly Transcript[]): void {
    this.traces.resetTo(
      transcripts.map(({ chatId }) => chatFor({ id: chatId })),
      transcripts,
    );
  }

  add(...entries: readonly TranscriptEntry[]): void {
    this.stored = [...this.stored, ...entries];
    this.traces.applyChange({ type: 'entriesAdded', chatId: 'c1', entries });
  }

  gaps(...gaps: readonly TranscriptGap[]): void {
    this.traces.applyChange({ type: 'gapsChanged', chatId: 'c1', gaps });
  }

  /** Index of the last processed entry; `waiting` while the chat waits for a turn. */
  get last(): number | null | 'waiting' {
    const trace = this.traces.get('c1')?.trace;
    return trace === undefined || trace === null ? 'waiting' : trace.lastIndex;
  }
}

describe('processing in turns', () => {
  it('prepares the phrases with the first chat, not before', () => {
    const { traces } = new TracesBench();
    expect([traces.isReading, traces.processPending(9)]).toEqual([false, []]);
    traces.applyChange({ type: 'chatChanged', chat: chatFor() });
    expect([traces.isReading, traces.processPending(9), traces.isReading]).toEqual([true, [], false]);
  });

  it('reads no chat before all phrases are prepared', () => {
    const bench = new TracesBench(301);
    bench.restart(transcriptOf(said(1, 3)));
    expect([bench.traces.processPending(9), bench.last]).toEqual([[], 'waiting']);
    expect([bench.traces.processPending(9), bench.last]).toEqual([['c1'], 3]);
  });

  it('prepares new phrases before it reads again', () => {
    const bench = TracesBench.read(transcriptOf(said(1, 3)));
    bench.traces.setFinders(listeningTo(301));
    expect([bench.traces.processPending(9), bench.last]).toEqual([[], 'waiting']);
    expect([bench.traces.processPending(9), bench.last]).toEqual([['c1'], 3]);
  });

  it('ends a turn with the chat that reaches the number of entries', () => {
    const bench = new TracesBench();
    bench.restart(transcriptOf(said(1, 2), 'c1'), transcriptOf(said(1, 2), 'c2'));
    expect(bench.traces.processPending(2)).toEqual(['c1']);
    expect(bench.traces.processPending(2)).toEqual(['c2']);
  });

  it('leaves out a chat that was removed, also by a new epoch', () => {
    const removed = new TracesBench();
    removed.restart(transcriptOf(said(1, 2)));
    expect(removed.traces.applyChange({ type: 'chatRemoved', chatId: 'c1' })).toBe('c1');
    expect([removed.traces.ids, removed.traces.isReading]).toEqual([[], false]);
    const replaced = TracesBench.read(transcriptOf([], 'c2'));
    replaced.restart(transcriptOf(said(1, 2), 'c1'), transcriptOf([], 'c2'));
    replaced.restart(transcriptOf([], 'c2'));
    expect([replaced.traces.ids, replaced.traces.isReading]).toEqual([['c2'], false]);
  });

  it('lets a message wait while phrases are prepared', () => {
    const bench = new TracesBench(301);
    bench.restart(transcriptOf([]));
    expect(bench.last).toBeNull();
    bench.traces.processPending(9);
    bench.add(...said(1, 1));
    expect(bench.last).toBe('waiting');
    bench.traces.processPending(9);
    expect(bench.last).toBe(1);
  });

  it('keeps what is known of a chat without messages while phrases are prepared', () => {
    const bench = new TracesBench(301);
    bench.restart(transcriptOf([]));
    const gap: TranscriptGap = { afterIndex: null, beforeIndex: null, from: at(0), to: at(9) };
    bench.gaps(gap);
    bench.restart(transcriptOf([], 'c1', [gap]));
    expect(bench.traces.get('c1')?.trace?.waiting.hasGap).toBe(true);
  });
});

describe('a new message', () => {
  it('is processed at once at the end of a chat, also as its first one', () => {
    const bench = TracesBench.read(transcriptOf([]));
    bench.add(...said(4, 5));
    expect(bench.last).toBe(5);
    bench.add(...said(6, 6));
    expect(bench.last).toBe(6);
  });

  it.each([
    ['lies before the last one', [line('agent', 3, 'words', { index: 3 }), line('agent', 9, 'words', { index: 9 })]],
    ['replaces the last one', [line('agent', 5, 'words', { index: 5 })]],
  ])('has the chat processed again if it %s', (_where, entries) => {
    const bench = TracesBench.read(transcriptOf(said(4, 5)));
    bench.add(...entries);
    expect(bench.last).toBe('waiting');
  });

  it.each([
    ['after the last message', 5],
    ['at the beginning', null],
  ])('is processed at once if the chat has a gap %s', (_where, afterIndex) => {
    const gap: TranscriptGap = { afterIndex, beforeIndex: null, from: at(5), to: at(6) };
    const bench = TracesBench.read(transcriptOf(said(4, 5), 'c1', [gap]));
    bench.add(...said(8, 8));
    expect(bench.last).toBe(8);
  });
});

describe('a new gap', () => {
  it('is processed at once at the end of a chat', () => {
    const bench = TracesBench.read(transcriptOf(said(1, 3)));
    bench.gaps(gapBehind(3, 3, 9));
    expect([bench.last, bench.traces.get('c1')?.trace?.waiting.hasGap]).toEqual([3, true]);
  });
});

describe('typing', () => {
  it('is kept with the chat', () => {
    const bench = TracesBench.read(transcriptOf([]));
    const typing = [
      { participantId: 'part-ana', nickname: 'ana', kind: 'agent', visibility: 'everyone', since: at(1) } as const,
    ];
    expect(bench.traces.applyChange({ type: 'typingChanged', chatId: 'c1', typing })).toBe('c1');
    expect(bench.traces.get('c1')?.typing).toEqual(typing);
  });
});

describe('a new epoch', () => {
  const known = said(1, 15);

  it.each([
    [1, 16],
    [20, 35],
    [21, 'waiting'],
  ])('with %i more messages leaves the chat at %s', (count, last) => {
    const bench = TracesBench.read(transcriptOf(known));
    bench.restart(transcriptOf([...known, ...said(16, 15 + count)]));
    expect(bench.last).toBe(last);
  });

  it('has a chat processed again if a known message differs', () => {
    const bench = TracesBench.read(transcriptOf(known));
    bench.restart(transcriptOf([...known.slice(0, -1), line('agent', 15, 'other words', { index: 15 })]));
    expect(bench.last).toBe('waiting');
  });

  it('has nothing to process in a new chat without messages', () => {
    const bench = TracesBench.read(transcriptOf(known));
    bench.restart(transcriptOf([], 'c2'));
    expect([bench.traces.get('c2')?.trace, bench.traces.isReading]).toEqual([emptyTrace, false]);
  });
});
