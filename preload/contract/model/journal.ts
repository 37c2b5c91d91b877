import type { Mode } from './mode';

/** Kinds of journal records. The first six are about the journal itself. */
export const journalKinds = [
  'journalOpened',
  'journalRepaired',
  'journalDamaged',
  'recordsLost',
  'recordsNotKept',
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
  'chatAgent',
  'chatEnded',
  'chatOpened',
  'watch',
  'watchEnded',
  'alertRaised',
  'alertEnded',
  'acknowledged',
  'unacknowledged',
  'budget',
] as const;

export type JournalKind = (typeof journalKinds)[number];

/** False for a kind of a newer version. */
export function isJournalKind(kind: string): kind is JournalKind {
  return journalKinds.some((known) => known === kind);
}

/** Returns whether a record says that others are missing; `count` has how many. */
export function isOfMissingRecords(kind: JournalKind): boolean {
  return kind === 'recordsLost' || kind === 'recordsNotKept';
}

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

/**
 * Who could notice a request that left the program. `unknown`: a request that is on no list, or depends on a mode that is
 * not known.
 */
export type NoticedBy = 'noOne' | 'agents' | 'everyone' | 'unknown';

/** Who notices what the supervisor does in each mode. */
export const noticedInMode: Readonly<Record<Mode, NoticedBy>> = {
  monitor: 'noOne',
  coach: 'agents',
  bargeIn: 'everyone',
};

/** A request as it left the program, without its content. */
export interface SentRequest {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v2`, without the query. */
  readonly path: string;
  /** Names of its operations, or of its Bayeux channels. */
  readonly operations: readonly string[];
  readonly noticedBy: NoticedBy;
  /** Those to whom the supervisor's mode in that chat is visible notice it as well. */
  readonly dependsOnMode: boolean;
  readonly chatId: string | null;
  /** Mode that the request asks for by name; `null`: it names none that is known. */
  readonly mode: Mode | null;
}

/** Whether the journal can be written. Acts never wait for it. */
export interface JournalState {
  /** `diskFull` and `unwritable`: records wait in memory and are tried again; `null` if all is well. */
  readonly problem: 'diskFull' | 'unwritable' | null;
  readonly waitingCount: number;
  /** Records that no longer fitted in memory and will never be written. */
  readonly lostCount: number;
}

/** Requests of a period by who could have noticed them. */
export type RequestCounts = Readonly<Record<NoticedBy, number>>;

/** A period of the journal, without its requests. */
export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  readonly requests: RequestCounts;
  readonly state: JournalState;
}

/** Result of checking the whole journal. `seq`: the first bad record. */
export type JournalCheck =
  | { readonly isIntact: true; readonly recordCount: number }
  | {
      readonly isIntact: false;
      readonly seq: number;
      readonly problem: 'altered' | 'missing' | 'reordered' | 'truncated' | 'headMissing';
    };

export interface JournalPeriod {
  /** Epoch milliseconds, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/** `receipt`: the signed list of requests, of one chat if `chatId` is not `null`. */
export interface JournalExport extends JournalPeriod {
  readonly format: 'csv' | 'json' | 'receipt';
  readonly chatId: string | null;
}
