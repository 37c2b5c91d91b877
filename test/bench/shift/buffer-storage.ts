import type { JournalStorage } from '../../../main/journal/journal-storage';

interface StoredFile {
  bytes: Buffer;
  length: number;
  changedAt: number;
}

/** The files of a journal outside V8's heap, so that what is on a disk does not count as memory. The disk can be full. */
export class BufferStorage implements JournalStorage {
  isFull = false;
  refusedWrites = 0;
  readonly #files = new Map<string, StoredFile>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get bytes(): number {
    return [...this.#files.values()].reduce((sum, { length }) => sum + length, 0);
  }

  list(): ReturnType<JournalStorage['list']> {
    return Promise.resolve(
      [...this.#files].map(([name, { length, changedAt }]) => ({ name, bytes: length, changedAt })),
    );
  }

  read(name: string): Promise<string | null> {
    const file = this.#files.get(name);
    return Promise.resolve(file === undefined ? null : file.bytes.toString('utf8', 0, file.length));
  }

  async write(name: string, offset: number, text: string): Promise<void> {
    await this.#checkSpace();
    const added = Buffer.from(text);
    const file = this.#files.get(name) ?? { bytes: Buffer.alloc(0), length: 0, changedAt: 0 };
    const length = offset + added.length;
    if (length > file.bytes.length) {
      const larger = Buffer.alloc(Math.max(length, 2 * file.bytes.length));
      file.bytes.copy(larger, 0, 0, file.length);
      file.bytes = larger;
    }
    added.copy(file.bytes, offset);
    this.#files.set(name, Object.assign(file, { length, changedAt: this.#now() }));
  }

  async replace(name: string, text: string): Promise<void> {
    await this.#checkSpace();
    const bytes = Buffer.from(text);
    this.#files.set(name, { bytes, length: bytes.length, changedAt: this.#now() });
  }

  remove(name: string): Promise<void> {
    this.#files.delete(name);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #checkSpace(): Promise<void> {
    if (!this.isFull) return Promise.resolve();
    this.refusedWrites += 1;
    return Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  }
}
