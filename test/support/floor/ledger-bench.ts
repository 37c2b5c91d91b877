import type { FloorEvent, ServerSnapshot } from '../../../main/floor/events';
import { Ledger } from '../../../main/floor/ledger/ledger';
import type { Instant } from '../../../main/floor/ledger/record';
import type { TranscriptGap } from '../../../preload/contract';
import { self } from './readings';

/** A read that found no chats. */
export const nothing: ServerSnapshot = { chats: [], transcripts: [] };

/** Returns the instant so many milliseconds after the first event. */
export function at(monotonicMs: number): Instant {
  return { now: 1_000_000 + monotonicMs, monotonicMs };
}

/** A ledger of Sofia's, who watches these agents. */
export function newLedger(...watched: readonly string[]): Ledger {
  return new Ledger({ self, isWatched: (userId) => watched.includes(userId) });
}

/** Returns a ledger, in which no one is watched, after these events. */
export function ledgerAfter(...events: readonly FloorEvent[]): Ledger {
  const ledger = newLedger();
  ledger.apply(events, at(0));
  return ledger;
}

export function gapsOf(ledger: Ledger, chatId = 'chat-1'): readonly TranscriptGap[] | undefined {
  return ledger.transcripts().find((transcript) => transcript.chatId === chatId)?.gaps;
}
