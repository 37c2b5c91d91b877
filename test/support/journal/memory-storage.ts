import type { JournalStorage } from '../../../main/journal/journal-storage';

/** The files of a journal in memory, with a disk that can be full, and writes that stop halfway. */
export class MemoryStorage implements JournalStorage {
  readonly files = new Map<string, string>();
  readonly changedAt = new Map<string, number>();
  /** Error code of every further write; `null` for a healthy disk. */
  refuses: string | null = null;
  /** Share of a refused write that still reaches the disk. */
  refusedShare = 0;
  now: () => number = () => 0;
  writeCount = 0;

  list(): ReturnType<JournalStorage['list']> {
    return Promise.resolve(
      [...this.files].map(([name, text]) => ({
        name,
        bytes: Buffer.byteLength(text),
        changedAt: this.changedAt.get(name) ?? 0,
      })),
    );
  }

  read(name: string): Promise<string | null> {
    return Promise.resolve(this.files.get(name) ?? null);
  }

  write(name: string, offset: number, text: string): Promise<void> {
    this.writeCount += 1;
    const before = Buffer.from(this.files.get(name) ?? '').subarray(0, offset);
    const wanted = Buffer.from(text);
    const written = this.refuses === null ? wanted : wanted.subarray(0, Math.floor(wanted.length * this.refusedShare));
    this.#put(name, Buffer.concat([before, written]).toString());
    return this.#outcome();
  }

  replace(name: string, text: string): Promise<void> {
    if (this.refuses === null) this.#put(name, text);
    return this.#outcome();
  }

  remove(name: string): Promise<void> {
    this.files.delete(name);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #put(name: string, text: string): void {
    this.files.set(name, text);
    this.changedAt.set(name, this.now());
  }

  #outcome(): Promise<void> {
    if (this.refuses === null) return Promise.resolve();
    return Promise.reject(Object.assign(new Error('the disk refused'), { code: this.refuses }));
  }
}
