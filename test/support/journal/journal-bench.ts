import type { JournalState } from '../../../preload/contract';
import { JournalWriter } from '../../../main/journal/journal-writer';
import { MemoryLog } from '../floor/memory-log';
import { VirtualClock } from '../virtual-clock';
import { MemoryStorage } from './memory-storage';

const dayMs = 86_400_000;

/** A journal in memory that can be closed and opened again, as between two starts of the program. */
export class JournalBench {
  readonly clock = new VirtualClock();
  readonly log = new MemoryLog();
  readonly states: JournalState[] = [];
  readonly storage: MemoryStorage;
  writer: JournalWriter;
  readonly #segmentBytes: number;
  readonly #maxBytes: number;

  constructor({ storage = new MemoryStorage(), segmentBytes = 1_000_000, maxBytes = 100_000_000 } = {}) {
    this.storage = storage;
    this.#segmentBytes = segmentBytes;
    this.#maxBytes = maxBytes;
    this.storage.now = () => this.clock.now();
    this.writer = this.open();
  }

  open(): JournalWriter {
    const { clock, storage } = this;
    this.writer = new JournalWriter({
      ...{ clock, storage, log: this.log.logger, segmentBytes: this.#segmentBytes },
      retention: () => ({ maxAgeMs: 30 * dayMs, maxBytes: this.#maxBytes }),
      maxWaiting: 50,
      onState: (state) => this.states.push(state),
    });
    return this.writer;
  }

  /** Appends one record for each number and waits for the disk. */
  async write(...numbers: readonly number[]): Promise<void> {
    for (const number of numbers) void this.writer.append('act', { number });
    await this.writer.flush();
  }

  /** Writes records in batches of their own, over several segments. */
  async fill(count: number): Promise<void> {
    for (let number = 1; number <= count; number += 1) await this.write(number);
  }
}
