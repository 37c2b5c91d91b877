import type { JournalData, JournalKind, JournalState } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import type { Logger } from '../base/log';
import { findEnd, type JournalEnd } from './find-end';
import { writeHead } from './head';
import { segmentName, segmentNumber, type JournalStorage } from './journal-storage';
import { toLine } from './record';
import { outdatedSegments, type Retention } from './retention';

export interface JournalWriterOptions {
  readonly storage: JournalStorage;
  readonly clock: Clock;
  readonly log: Logger;
  /** Read each time something may have to be removed. */
  readonly retention: () => Retention;
  /** Size in bytes from which a segment is followed by the next one. */
  readonly segmentBytes: number;
  /** Records kept in memory while the disk refuses. */
  readonly maxWaiting: number;
  readonly onState: (state: JournalState) => void;
}

interface Waiting {
  readonly at: number;
  readonly kind: JournalKind;
  readonly data: JournalData;
  readonly settle: (isOnDisk: boolean) => void;
}

/** Milliseconds in which requests are gathered into one write. Acts of the supervisor do not wait for it. */
const gatherMs = 1_000;
const retryMs = 5_000;

/**
 * Writes the journal: one line a record, each with the hash of the one before.
 *
 * 1. `append` never waits and never throws: records are queued in memory and written in batches.
 * 2. A batch is acknowledged once its lines are on the disk (`fdatasync`); then the head follows. Requests are gathered
 *    for a second, everything else is written at once.
 * 3. A disk that refuses changes the state, which windows show, and is tried again every few seconds. A failed write is
 *    cut off by the next one. Records that no longer fit in memory are counted and noted as `recordsLost`.
 * 4. A new segment begins when one is full. Segments beyond the retention are removed after a record that says so.
 */
export class JournalWriter {
  readonly #options: JournalWriterOptions;
  #state: JournalState = { problem: null, waitingCount: 0, lostCount: 0 };
  #waiting: Waiting[] = [];
  #lost: { count: number; from: number } | null = null;
  #end: Pick<JournalEnd, 'link' | 'segment' | 'bytes'> | null = null;
  /** Records about the start itself, until they are on the disk. */
  #notes: readonly Omit<Waiting, 'settle'>[] = [];
  #writing: Promise<void> | null = null;
  #timer: { readonly dueMs: number; readonly cancel: Disposer } | null = null;

  constructor(options: JournalWriterOptions) {
    this.#options = options;
  }

  get state(): JournalState {
    return this.#state;
  }

  /** Resolves with true once the record is on the disk, with false if it was lost. */
  append(kind: JournalKind, data: JournalData, at = this.#options.clock.now()): Promise<boolean> {
    if (this.#waiting.length >= this.#options.maxWaiting) {
      this.#lost = { count: (this.#lost?.count ?? 0) + 1, from: this.#lost?.from ?? at };
      return Promise.resolve(false);
    }
    return new Promise((settle) => {
      this.#waiting.push({ at, kind, data, settle });
      const isRequest = kind === 'request' || kind === 'requestFailed';
      this.#writeIn(this.#state.problem === null ? (isRequest ? gatherMs : 0) : retryMs);
    });
  }

  /** Writes what is waiting, now, and resolves when that succeeded or failed. */
  async flush(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    await this.#writing;
    if (this.#waiting.length > 0) await this.#write();
  }

  async close(): Promise<void> {
    await this.flush();
    this.#timer?.cancel();
    this.#timer = null;
    for (const { settle } of this.#waiting.splice(0)) settle(false);
    await this.#options.storage.close();
  }

  #writeIn(delayMs: number): void {
    const { clock } = this.#options;
    const dueMs = clock.monotonicMs() + delayMs;
    if (this.#writing !== null || (this.#timer !== null && this.#timer.dueMs <= dueMs)) return;
    this.#timer?.cancel();
    const cancel = clock.after(delayMs, () => {
      this.#timer = null;
      void this.#write();
    });
    this.#timer = { dueMs, cancel };
  }

  #write(): Promise<void> {
    this.#writing ??= this.#writeWaiting();
    return this.#writing;
  }

  async #writeWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      await this.#writeBatch(batch);
      for (const { settle } of batch) settle(true);
      this.#report(null);
    } catch (cause) {
      this.#waiting = [...batch, ...this.#waiting];
      this.#options.log.error('journal could not be written', { cause });
      this.#report(isDiskFull(cause) ? 'diskFull' : 'unwritable');
    } finally {
      this.#writing = null;
      if (this.#waiting.length > 0) this.#writeIn(this.#state.problem === null ? 0 : retryMs);
    }
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const { storage, clock, segmentBytes } = this.#options;
    const isStart = this.#end === null;
    if (this.#end === null) {
      const found = await findEnd(storage);
      this.#end = found;
      this.#notes = notesOf(found, clock.now());
    }
    await this.#put([...this.#notes, ...batch, ...this.#noteLoss(batch.at(-1)?.at ?? clock.now())]);
    this.#notes = [];
    this.#lost = null;
    const { link, segment, bytes } = this.#end;
    const isFull = bytes >= segmentBytes;
    if (isFull) this.#end = { link, segment: segmentName((segmentNumber(segment) ?? 0) + 1), bytes: 0 };
    if (isFull || isStart) await this.#removeOutdated();
  }

  async #put(entries: readonly Omit<Waiting, 'settle'>[]): Promise<void> {
    const { storage } = this.#options;
    if (this.#end === null) throw new Error('the end of the journal is known before a record is written');
    const { segment, bytes } = this.#end;
    let { link } = this.#end;
    const lines: string[] = [];
    for (const { at, kind, data } of entries) {
      const next = toLine({ at, kind, data }, link);
      lines.push(`${next.line}\n`);
      link = next.link;
    }
    const text = lines.join('');
    await storage.write(segment, bytes, text);
    await writeHead(storage, link);
    // Only now: if the head could not be written, the next attempt replaces these lines.
    this.#end = { link, segment, bytes: bytes + Buffer.byteLength(text) };
  }

  #noteLoss(until: number): readonly Omit<Waiting, 'settle'>[] {
    if (this.#lost === null) return [];
    const { count, from } = this.#lost;
    return [{ at: until, kind: 'recordsLost', data: { count, from, until } }];
  }

  /** A failure here leaves segments that are too old, which the next attempt removes. */
  async #removeOutdated(): Promise<void> {
    const { storage, clock, retention, log } = this.#options;
    try {
      const outdated = await outdatedSegments(storage, retention(), clock.now());
      if (outdated === null) return;
      const { seq, hash } = outdated.through;
      await this.#put([{ at: clock.now(), kind: 'segmentsRemoved', data: { through: seq, hash } }]);
      for (const name of outdated.segments) await storage.remove(name);
    } catch (cause) {
      log.warn('old segments of the journal could not be removed', { cause });
    }
  }

  #report(problem: JournalState['problem']): void {
    const waitingCount = problem === null ? 0 : this.#waiting.length;
    const lostCount = this.#lost?.count ?? 0;
    const isSame =
      this.#state.problem === problem &&
      this.#state.waitingCount === waitingCount &&
      this.#state.lostCount === lostCount;
    if (isSame) return;
    this.#state = { problem, waitingCount, lostCount };
    this.#options.onState(this.#state);
  }
}

function notesOf({ link, tornBytes, isDamaged }: JournalEnd, at: number): readonly Omit<Waiting, 'settle'>[] {
  const after = link.seq;
  return [
    ...(isDamaged ? [{ at, kind: 'journalDamaged' as const, data: { after } }] : []),
    ...(tornBytes > 0 ? [{ at, kind: 'journalRepaired' as const, data: { cutBytes: tornBytes } }] : []),
    { at, kind: 'journalOpened', data: { after } },
  ];
}

function isDiskFull(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT');
}
