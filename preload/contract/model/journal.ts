/** Kinds of journal records. The first five are about the journal itself. */
export const journalKinds = [
  'journalOpened',
  'journalRepaired',
  'journalDamaged',
  'recordsLost',
  'segmentsRemoved',
  'signedIn',
  'signedOut',
  'connection',
  'request',
  'requestFailed',
  'act',
  'actSettled',
  'message',
  'chatJoined',
  'chatMode',
  'chatEnded',
  'chatOpened',
  'watch',
  'watchEnded',
  'alertRaised',
  'alertEnded',
  'acknowledged',
  'unacknowledged',
] as const;

export type JournalKind = (typeof journalKinds)[number];

export type JournalValue = string | number | boolean | null | readonly string[];

export type JournalData = Readonly<Record<string, JournalValue>>;

/** One record of the journal, without its hashes. Contains ids, never chat text or names of customers. */
export interface JournalEntry {
  /** Number in the chain, from 1. */
  readonly seq: number;
  /** Epoch milliseconds on this computer's clock. */
  readonly at: number;
  readonly kind: JournalKind;
  readonly data: JournalData;
}

/** Whether the journal can be written. Acts never wait for it. */
export interface JournalState {
  /** `diskFull` and `unwritable`: records wait in memory and are tried again; `null` if all is well. */
  readonly problem: 'diskFull' | 'unwritable' | null;
  readonly waitingCount: number;
  /** Records that no longer fitted in memory and will never be written. */
  readonly lostCount: number;
}
