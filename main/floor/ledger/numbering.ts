import type { TranscriptEntry } from '../../../preload/contract';
import type { EntryUpdate } from '../events';
import { entryAt } from './entry-at';
import { isSameEntry } from './combine-entries';

/** A start of the server's numbering within one chat: server index `index` is `base + index` in the transcript. */
export interface NumberingStart {
  readonly base: number;
  /** Time of the first entry with this numbering. */
  readonly since: number;
}

export type PlacedUpdate = EntryUpdate & Pick<TranscriptEntry, 'numbering'>;

export interface Placement {
  readonly entries: readonly PlacedUpdate[];
  readonly starts: readonly NumberingStart[];
}

export const firstStart: readonly NumberingStart[] = [{ base: 0, since: -Infinity }];

/**
 * Limits for entries between two whole indexes and for restarts. Both are server faults; a hostile server could send
 * many.
 */
const maxDoubled = 64;
const maxStarts = 64;

/**
 * Assigns each received entry its transcript index, normally the server's index. A server that uses an index twice, or
 * starts at 1 again, would make an entry vanish. An entry whose index is taken goes right after the other one
 * (`doubled`), or to the end if it is newer and others follow (`restarted`).
 */
export function placeEntries(
  known: readonly TranscriptEntry[],
  starts: readonly NumberingStart[],
  updates: readonly EntryUpdate[],
): Placement {
  if (starts.length === 1 && updates.every((update, at) => isHeldAt(known, update, at)))
    return { entries: updates, starts };
  return new Placer(known, starts).place(updates);
}

/** Fast path: a full read repeats mostly known entries in the same order. */
function isHeldAt(known: readonly TranscriptEntry[], update: EntryUpdate, at: number): boolean {
  const held = entryAt(known, update.index, at);
  return held !== null && isSameEntry(held, update);
}

class Placer {
  readonly #known: readonly TranscriptEntry[];
  readonly #taken = new Map<number, EntryUpdate>();
  #starts: readonly NumberingStart[];
  #lastIndex: number;
  #lastAt: number;

  constructor(known: readonly TranscriptEntry[], starts: readonly NumberingStart[]) {
    const last = known.at(-1);
    this.#known = known;
    this.#starts = starts;
    this.#lastIndex = last?.index ?? -Infinity;
    this.#lastAt = last?.at ?? -Infinity;
  }

  place(updates: readonly EntryUpdate[]): Placement {
    const placed = updates.flatMap((update): PlacedUpdate[] => {
      const found = this.#placeOf(update);
      if (found === null) return [];
      this.#take(found.index, update);
      return [found.index === update.index ? update : { ...update, ...found }];
    });
    return { entries: placed, starts: this.#starts };
  }

  #placeOf(update: EntryUpdate): Pick<PlacedUpdate, 'index' | 'numbering'> | null {
    const places = this.#starts.map(({ base }) => base + update.index).reverse();
    for (const place of places) {
      const held = this.#heldAround(place, update);
      if (held !== null) return { index: held };
    }
    const free = this.#freePlace(update);
    if (free !== null) return { index: free };
    const [place = update.index] = places;
    const isRestart = update.at >= this.#lastAt && Math.floor(this.#lastIndex) > place;
    if (isRestart && this.#starts.length < maxStarts) {
      const index = Math.floor(this.#lastIndex) + 1;
      this.#starts = [...this.#starts, { base: index - update.index, since: update.at }];
      return { index, numbering: 'restarted' };
    }
    for (let number = 1; number < maxDoubled; number += 1) {
      const index = place + number / maxDoubled;
      if (!this.#isTaken(index)) return { index, numbering: 'doubled' };
    }
    return null;
  }

  /** Returns the index of the stored entry that equals this one: at that index or among the doubled ones after it. */
  #heldAround(place: number, update: EntryUpdate): number | null {
    for (let number = 0; number < maxDoubled; number += 1) {
      const index = place + number / maxDoubled;
      const held = entryAt(this.#known, index);
      const taken = this.#taken.get(index);
      if (held === null && taken === undefined) return null;
      const isSame =
        (held === null || isSameEntry(held, update)) && (taken === undefined || isSameReading(taken, update));
      if (isSame) return index;
    }
    return null;
  }

  /** Returns a free index. A late entry from before a restart belongs to the numbering of its time. */
  #freePlace({ index, at }: EntryUpdate): number | null {
    const byTime = this.#starts.findLast(({ since }) => at >= since) ?? this.#starts[0];
    const place = (byTime?.base ?? 0) + index;
    if (!this.#isTaken(place)) return place;
    const newest = (this.#starts.at(-1)?.base ?? 0) + index;
    return this.#isTaken(newest) ? null : newest;
  }

  #isTaken(index: number): boolean {
    return this.#taken.has(index) || entryAt(this.#known, index) !== null;
  }

  #take(index: number, update: EntryUpdate): void {
    if (!this.#taken.has(index)) this.#taken.set(index, update);
    if (index <= this.#lastIndex) return;
    this.#lastIndex = index;
    this.#lastAt = update.at;
  }
}

const noAuthor = { participantId: null, kind: 'other', nickname: '', userId: null, visibility: null } as const;

function isSameReading(taken: EntryUpdate, update: EntryUpdate): boolean {
  const author = taken.from === null ? noAuthor : { ...taken.from, kind: 'other' as const };
  return isSameEntry({ ...taken, author }, update);
}
