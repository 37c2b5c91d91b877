import { createHash } from 'node:crypto';
import type { JournalData, JournalEntry, JournalKind, JournalPeriod, JournalState } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { JournalWriter } from './journal-writer';
import { NotKept } from './not-kept';
import type { JournalStorage } from './journal-storage';
import { firstRecordTime, readEntries } from './read-entries';
import type { Retention } from './retention';
import { openSigningKey, type SigningKey } from './signing-key';
import { verifyJournal, type Verification } from './verify';

/** Contact centre and user of one journal. `serverName` is `null` on the practice floor. */
export interface JournalOwner {
  readonly serverName: string | null;
  readonly userId: string;
}

export interface JournalOptions {
  /** Opens the folder of this name. */
  readonly openStorage: (folder: string) => JournalStorage;
  readonly clock: Clock;
  readonly log: Logger;
  /** Lets other work run between two slices of a long read. */
  readonly pause: () => Promise<unknown>;
  readonly onState: (state: JournalState) => void;
  /** How long and how much is kept now. */
  readonly retention: () => Retention;
  /** Whether records are kept now. */
  readonly isKept: () => boolean;
}

const segmentBytes = 4_000_000;
const maxWaiting = 20_000;
/** Requests of a sign-in leave before the user is known. */
const maxBeforeSignIn = 1_000;

const healthy: JournalState = { problem: null, waitingCount: 0, lostCount: 0 };

interface Open {
  readonly owner: JournalOwner;
  readonly storage: JournalStorage;
  readonly writer: JournalWriter;
}

/** The journal of the signed-in supervisor. Records from before the sign-in wait and belong to it. */
export class Journal {
  readonly #options: JournalOptions;
  #open: Open | null = null;
  #before: { readonly at: number; readonly kind: JournalKind; readonly data: JournalData }[] = [];
  /** Records before the sign-in that no longer fitted in memory. */
  #lostBefore: { readonly count: number; readonly from: number; readonly until: number } | null = null;

  #notKept = new NotKept();

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  get state(): JournalState {
    return this.#open?.writer.state ?? healthy;
  }

  get owner(): JournalOwner | null {
    return this.#open?.owner ?? null;
  }

  open(owner: JournalOwner): void {
    const { clock, log, onState, retention } = this.#options;
    const storage = this.#options.openStorage(folderOf(owner));
    const writer = new JournalWriter({ storage, clock, log, retention, segmentBytes, maxWaiting, onState });
    this.#open = { owner, storage, writer };
    if (this.#lostBefore !== null) void writer.append('recordsLost', this.#lostBefore);
    this.#lostBefore = null;
    this.#notKept = new NotKept();
    for (const { at, kind, data } of this.#before.splice(0)) this.#write(writer, kind, data, at);
  }

  append(kind: JournalKind, data: JournalData): void {
    if (this.#open !== null) {
      this.#write(this.#open.writer, kind, data, this.#options.clock.now());
      return;
    }
    this.#before.push({ at: this.#options.clock.now(), kind, data });
    const dropped = this.#before.length > maxBeforeSignIn ? this.#before.shift() : undefined;
    if (dropped === undefined) return;
    const { count, from } = this.#lostBefore ?? { count: 0, from: dropped.at };
    this.#lostBefore = { count: count + 1, from, until: dropped.at };
  }

  /** Writes what is waiting and ends the journal of this user. */
  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open !== null) this.#note(open.writer, this.#notKept.take(this.#options.clock.now()));
    await open?.writer.close();
    if (open !== null && this.owner === null) this.#options.onState(healthy);
  }

  /** Returns the records of a period in their order, requests included; empty while signed out. */
  async entries(period: JournalPeriod): Promise<readonly JournalEntry[]> {
    if (this.#open === null) return [];
    await this.#open.writer.flush();
    return readEntries(this.#open.storage, period, this.#options.pause);
  }

  /** Returns the time of the oldest record that is kept; `null` if there is none. */
  async beginsAt(): Promise<number | null> {
    if (this.#open === null) return null;
    await this.#open.writer.flush();
    return firstRecordTime(this.#open.storage);
  }

  async verify(): Promise<Verification | null> {
    if (this.#open === null) return null;
    await this.#open.writer.flush();
    return verifyJournal(this.#open.storage);
  }

  async signingKey(): Promise<SigningKey | null> {
    return this.#open === null ? null : openSigningKey(this.#open.storage);
  }

  #write(writer: JournalWriter, kind: JournalKind, data: JournalData, at: number): void {
    if (!this.#options.isKept()) {
      this.#note(writer, this.#notKept.skip(at));
      return;
    }
    this.#note(writer, this.#notKept.take(at));
    void writer.append(kind, data, at);
  }

  #note(writer: JournalWriter, note: JournalData | null): void {
    if (note !== null) void writer.append('recordsNotKept', note);
  }
}

/** The name of the folder says nothing about the user. */
function folderOf({ serverName, userId }: JournalOwner): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([serverName, userId]))
    .digest('hex');
  return `${serverName === null ? 'practice' : 'user'}-${digest.slice(0, 16)}`;
}
