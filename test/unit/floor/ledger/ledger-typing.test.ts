import { describe, expect, it } from 'vitest';
import type { FloorEvent } from '../../../../main/floor/events';
import { Ledger } from '../../../../main/floor/ledger/ledger';
import { typingTtlMs } from '../../../../main/floor/ledger/typing';
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

const at = (monotonicMs: number): { now: number; monotonicMs: number } => ({
  now: 1_000_000 + monotonicMs,
  monotonicMs,
});

function typistsAfter(...events: FloorEvent[]): readonly string[] {
  const ledger = new Ledger({ self, isWatched: () => false });
  ledger.apply([chatUpdated(activeChat()), ...events], at(0));
  return (ledger.transcripts()[0]?.typing ?? []).map((typist) => typist.nickname);
}

describe('typing', () => {
  it('is told apart from the transcript, with who may see it', () => {
    const ledger = new Ledger({ self, isWatched: () => false });
    ledger.apply(
      [chatUpdated(activeChat()), messages([], [typingAt(3, true, { from: ada, visibility: 'agents' })])],
      at(0),
    );
    expect(ledger.transcripts()[0]).toMatchObject({
      entries: [],
      typing: [{ participantId: 'part-ada', nickname: 'Ada', kind: 'agent', visibility: 'agents', since: 3_000 }],
    });
  });

  it('ends with a text from the typist, and not with one from somebody else', () => {
    expect(typistsAfter(messages([], [typingAt(3, true)]), messages([entry(4, { from: ada })]))).toEqual([
      'Theo Brandt',
    ]);
    expect(typistsAfter(messages([], [typingAt(3, true)]), messages([entry(4, { from: customer })]))).toEqual([]);
  });

  it('is ignored when it is older than a text from the same participant', () => {
    expect(typistsAfter(messages([entry(4)]), messages([], [typingAt(3, true)]))).toEqual([]);
  });

  it('ends when the typist stops, and an older start does not begin it again', () => {
    expect(typistsAfter(messages([], [typingAt(3, true), typingAt(4, false)]))).toEqual([]);
    expect(typistsAfter(messages([], [typingAt(4, false)]), messages([], [typingAt(3, true)]))).toEqual([]);
  });

  it('ends when the typist leaves', () => {
    expect(typistsAfter(messages([], [typingAt(3, true)]), messages([entry(4, { kind: 'left', text: '' })]))).toEqual(
      [],
    );
  });

  it('of the supervisor at this console is not shown', () => {
    expect(typistsAfter(messages([], [typingAt(3, true, { from: sofia('agents') })]))).toEqual([]);
  });

  it('in the history handed over at a join is over', () => {
    expect(typistsAfter(messages([entry(90, { from: ada })], [typingAt(3, true)]))).toEqual([]);
  });

  it('ends with the chat', () => {
    expect(
      typistsAfter(messages([], [typingAt(3, true)]), chatUpdated({ chatId: 'chat-1', state: 'revoked' })),
    ).toEqual([]);
  });

  it('falls silent by itself, and being told of it again does not begin it anew', () => {
    const ledger = new Ledger({ self, isWatched: () => false });
    ledger.apply([chatUpdated(activeChat()), messages([], [typingAt(3, true)])], at(0));
    expect(ledger.nextTypingExpiry(at(10))).toBe(typingTtlMs);
    expect(ledger.recompute(at(typingTtlMs - 1))).toEqual([]);
    const silence = [{ type: 'typingChanged', chatId: 'chat-1', typing: [] }];
    expect(ledger.recompute(at(typingTtlMs))).toEqual(silence);
    expect(ledger.nextTypingExpiry(at(typingTtlMs))).toBeNull();
    expect(ledger.apply([messages([], [typingAt(3, true)])], at(typingTtlMs + 1))).toEqual([]);
  });

  it('is shown after a line that is dated an hour ahead', () => {
    const ahead = entry(2, { from: ada, at: at(0).now + 3_600_000 });
    const typing = typingAt(3, true, { at: at(0).now });
    expect(typistsAfter(messages([ahead]), messages([], [typing]))).toEqual(['Theo Brandt']);
  });
});
