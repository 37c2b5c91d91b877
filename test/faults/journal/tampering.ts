import { headFile, segmentsIn } from '../../../main/journal/journal-storage';
import { readLine, toLine } from '../../../main/journal/record';
import type { MemoryStorage } from '../../support/journal/memory-storage';
import type { Chance } from '../world/chance';

/** The lines of a journal that someone with the disk edits. */
export class EditedJournal {
  readonly segments: { readonly name: string; lines: string[] }[];
  readonly #storage: MemoryStorage;

  constructor(storage: MemoryStorage) {
    this.#storage = storage;
    const names = segmentsIn([...storage.files.keys()].map((name) => ({ name })));
    this.segments = names.map((name) => ({
      name,
      lines: (storage.files.get(name) ?? '').split('\n').slice(0, -1),
    }));
  }

  get count(): number {
    return this.segments.reduce((sum, { lines }) => sum + lines.length, 0);
  }

  /** Returns the segment and the position of a record; the journal begins with record 1. */
  find(seq: number): { readonly lines: string[]; readonly at: number } {
    let before = 0;
    for (const { lines } of this.segments) {
      if (seq <= before + lines.length) return { lines, at: seq - before - 1 };
      before += lines.length;
    }
    throw new Error(`the journal has record ${String(seq)}`);
  }

  save(): void {
    for (const { name, lines } of this.segments)
      this.#storage.files.set(name, lines.map((line) => `${line}\n`).join(''));
  }

  /** Cuts the whole journal after so many bytes of its text. */
  cutAfter(bytes: number): number {
    let left = bytes;
    let intact = 0;
    for (const { name } of this.segments) {
      const text = Buffer.from(this.#storage.files.get(name) ?? '');
      const kept = text.subarray(0, Math.max(0, left)).toString();
      left -= text.length;
      intact += kept.split('\n').length - 1;
      if (kept === '') this.#storage.files.delete(name);
      else this.#storage.files.set(name, kept);
    }
    return intact;
  }

  removeSegment(name: string): void {
    this.#storage.files.delete(name);
  }

  removeHead(): void {
    this.#storage.files.delete(headFile);
  }
}

/** Changes the journal and returns the number of the first record that is now bad. */
type Tampering = (journal: EditedJournal, chance: Chance) => number;

const alterByte: Tampering = (journal, chance) => {
  const seq = chance.between(1, journal.count);
  const { lines, at } = journal.find(seq);
  const line = lines[at] ?? '';
  const place = chance.below(line.length);
  const other = chance.pick(['0', '7', 'a', 'f', '"', ',', '}', ' ', 'é'].filter((sign) => sign !== line[place]));
  lines[at] = line.slice(0, place) + other + line.slice(place + 1);
  journal.save();
  return seq;
};

/** Changes a record and gives it a fitting hash of its own, as someone who read the source would. */
const alterWithHash: Tampering = (journal, chance) => {
  const seq = chance.between(1, journal.count);
  const { lines, at } = journal.find(seq);
  const record = readLine(lines[at] ?? '');
  if (record === null) throw new Error('the journal is intact before it is edited');
  const { kind, data, prev } = record;
  lines[at] = toLine({ at: record.at + 1, kind, data }, { seq: seq - 1, hash: prev }).line;
  journal.save();
  return seq;
};

const deleteRecord: Tampering = (journal, chance) => {
  const seq = chance.between(1, journal.count);
  const { lines, at } = journal.find(seq);
  lines.splice(at, 1);
  journal.save();
  return seq;
};

const swapRecords: Tampering = (journal, chance) => {
  const first = chance.between(1, journal.count - 1);
  const second = chance.between(first + 1, journal.count);
  const [one, other] = [journal.find(first), journal.find(second)];
  [one.lines[one.at], other.lines[other.at]] = [other.lines[other.at] ?? '', one.lines[one.at] ?? ''];
  journal.save();
  return first;
};

const repeatRecord: Tampering = (journal, chance) => {
  const seq = chance.between(1, journal.count);
  const after = chance.between(seq, journal.count);
  const [source, target] = [journal.find(seq), journal.find(after)];
  target.lines.splice(target.at + 1, 0, source.lines[source.at] ?? '');
  journal.save();
  return after + 1;
};

const truncate: Tampering = (journal, chance) => {
  const bytes = journal.segments
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  return journal.cutAfter(chance.below(bytes)) + 1;
};

const removeSegment: Tampering = (journal, chance) => {
  const segment = chance.pick(journal.segments.filter(({ lines }) => lines.length > 0));
  const first = readLine(segment.lines[0] ?? '');
  journal.removeSegment(segment.name);
  return first?.seq ?? 0;
};

const removeHead: Tampering = (journal) => {
  journal.removeHead();
  return journal.count + 1;
};

export const tamperings: Readonly<Record<string, Tampering>> = {
  'a changed byte': alterByte,
  'a changed record with a new hash': alterWithHash,
  'a deleted record': deleteRecord,
  'two swapped records': swapRecords,
  'a repeated record': repeatRecord,
  'a truncated journal': truncate,
  'a removed segment': removeSegment,
  'a removed head': removeHead,
};
