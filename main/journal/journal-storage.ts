/** Files of one journal. Every method rejects with the system's error (`code`) if the disk refuses. */
export interface JournalStorage {
  /** Names and sizes of all files, in any order; empty if there is no journal yet. */
  list(): Promise<readonly { readonly name: string; readonly bytes: number; readonly changedAt: number }[]>;
  /** Returns the content as text; `null` if there is no such file. */
  read(name: string): Promise<string | null>;
  /**
   * Writes at this offset, cuts off what follows, and resolves when the system has put it on the disk. A rejected write
   * may leave any part of the bytes behind the offset.
   */
  write(name: string, offset: number, text: string): Promise<void>;
  /** Replaces the whole content: afterwards the file holds either the old or the new one. */
  replace(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}

export const headFile = 'head.json';

const segmentShape = /^journal-(\d{6,})\.jsonl$/;

export function segmentName(number: number): string {
  return `journal-${String(number).padStart(6, '0')}.jsonl`;
}

/** Returns the number of a segment; `null` for any other file. */
export function segmentNumber(name: string): number | null {
  const [, digits] = segmentShape.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** Returns the names of the segments, oldest first. */
export function segmentsIn(files: readonly { readonly name: string }[]): readonly string[] {
  return files
    .map(({ name }) => name)
    .filter((name) => segmentNumber(name) !== null)
    .sort((left, right) => (segmentNumber(left) ?? 0) - (segmentNumber(right) ?? 0));
}
