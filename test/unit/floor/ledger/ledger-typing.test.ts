import { describe, expect, it } from 'vitest';
import type { FloorEvent } from '../../../../main/floor/events';
import { Ledger } from '../../../../main/floor/ledger/ledger';
import { typingTtlMs } from '../../../../main/floor/ledger/typing';
import { at, newLedger } from '../../../support/floor/ledger-bench';
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

function typistsAfter(...events: FloorEvent[]): readonly string[] {
  const ledger = newLedger();
  ledger.apply([chatUpdated(activeChat()), ...events], at(0));
  return (ledger.transcripts()[0]?.typing ?? []).map((typist) => typist.nickname);
}

describe('typing indicators', () => {
  it('are separate from the transcript and carry their visibility', () => {
    const ledger = newLedger();
    ledger.apply(
      [chatUpdated(activeChat()), messages([], [typingAt(3, true, { from: ada, visibility: 'agents' })])],
      at(0),
    );
    expect(ledger.transcripts()[0]).toMatchObject({
      entries: [],
      typing: [{ participantId: 'part-ada', nickname: 'Ada', kind: 'agent', visibility: 'agents', since: 3_000 }],
    });
  });

  it('end with a text of that participant, and not with another’s', () => {
    expect(typistsAfter(messages([], [typingAt(3, true)]), messages([entry(4, { from: ada })]))).toEqual([
      'Theo Brandt',
    ]);
    expect(typistsAfter(messages([], [typingAt(3, true)]), messages([entry(4, { from: customer })]))).toEqual([]);
  });

  it('ignore an event older than a text of the same participant', () => {
    expect(typistsAfter(messages([entry(4)]), messages([], [typingAt(3, true)]))).toEqual([]);
  });

  it('end when the participant stops, and an older start does not restore them', () => {
    expect(typistsAfter(messages([], [typingAt(3, true), typingAt(4, false)]))).toEqual([]);
    expect(typistsAfter(messages([], [typingAt(4, false)]), messages([], [typingAt(3, true)]))).toEqual([]);
  });

  it('end when the participant leaves', () => {
    expect(typistsAfter(messages([], [typingAt(3, true)]), messages([entry(4, { kind: 'left', text: '' })]))).toEqual(
      [],
    );
  });

  it('exclude the supervisor of this console', () => {
    expect(typistsAfter(messages([], [typingAt(3, true, { from: sofia('agents') })]))).toEqual([]);
  });

  it('are expired in the history sent at a join', () => {
    expect(typistsAfter(messages([entry(90, { from: ada })], [typingAt(3, true)]))).toEqual([]);
  });

  it('end with the chat', () => {
    expect(
      typistsAfter(messages([], [typingAt(3, true)]), chatUpdated({ chatId: 'chat-1', state: 'revoked' })),
    ).toEqual([]);
  });

  it('expire, and a repeated event does not restart them', () => {
    const ledger = newLedger();
    ledger.apply([chatUpdated(activeChat()), messages([], [typingAt(3, true)])], at(0));
    expect(ledger.nextTypingExpiry()).toBe(typingTtlMs);
    expect(ledger.expireTyping(at(typingTtlMs - 1))).toEqual([]);
    const silence = [{ type: 'typingChanged', chatId: 'chat-1', typing: [] }];
    expect(ledger.expireTyping(at(typingTtlMs))).toEqual(silence);
    expect(ledger.nextTypingExpiry()).toBeNull();
    expect(ledger.apply([messages([], [typingAt(3, true)])], at(typingTtlMs + 1))).toEqual([]);
  });

  it.each([1, 5, 50])('expire at the same cost when no one types in %d other chats', (others) => {
    let looks = 0;
    const masksNumbers = (): boolean => (looks += 1) < 0;
    const ledger = new Ledger({ self, isWatched: () => false, masksNumbers });
    ledger.apply([chatUpdated(activeChat()), messages([], [typingAt(3, true)])], at(0));
    for (let other = 0; other < others; other += 1)
      ledger.apply([chatUpdated({ ...activeChat(), chatId: `other-${String(other)}` })], at(0));
    looks = 0;
    ledger.expireTyping(at(typingTtlMs));
    expect(looks).toBe(2);
  });

  it('appear after an entry that is dated an hour ahead', () => {
    const ahead = entry(2, { from: ada, at: at(0).now + 3_600_000 });
    const typing = typingAt(3, true, { at: at(0).now });
    expect(typistsAfter(messages([ahead]), messages([], [typing]))).toEqual(['Theo Brandt']);
  });
});
