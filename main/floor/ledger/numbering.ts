import type { TranscriptEntry } from '../../../preload/contract';
import type { EntryUpdate } from '../events';
import { entryAt } from './entry-at';
import { isSameLine } from './tellings';

/** A start of the server's numbering within one chat: server index `index` is `base + index` in the transcript. */
export interface NumberingStart {
  readonly base: number;
  /** Time of the first entry with this numbering. */
  readonly since: number;
}

export type PlacedReading = EntryUpdate & Pick<TranscriptEntry, 'numbering'>;

export interface Placement {
  readonly readings: readonly PlacedReading[];
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
export function placeReadings(
  known: readonly TranscriptEntry[],
  starts: readonly NumberingStart[],
  readings: readonly EntryUpdate[],
): Placement {
  if (starts.length === 1 && readings.every((reading, at) => isHeldAt(known, reading, at))) return { readings, starts };
  return new Placer(known, starts).place(readings);
}

/** Fast path: a full read repeats mostly known entries in the same order. */
function isHeldAt(known: readonly TranscriptEntry[], reading: EntryUpdate, at: number): boolean {
  const here = known[at];
  const held = here?.index === reading.index ? here : entryAt(known, reading.index);
  return held !== null && isSameLine(held, reading);
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

  place(readings: readonly EntryUpdate[]): Placement {
    const placed = readings.flatMap((reading): PlacedReading[] => {
      const found = this.#placeOf(reading);
      if (found === null) return [];
      this.#take(found.index, reading);
      return [found.index === reading.index && found.numbering === undefined ? reading : { ...reading, ...found }];
    });
    return { readings: placed, starts: this.#starts };
  }

  #placeOf(reading: EntryUpdate): Pick<PlacedReading, 'index' | 'numbering'> | null {
    const places = this.#starts.map(({ base }) => base + reading.index).reverse();
    for (const place of places) {
      const held = this.#heldAround(place, reading);
      if (held !== null) return { index: held };
    }
    const free = this.#freePlace(reading);
    if (free !== null) return { index: free };
    const [place = reading.index] = places;
    const isRestart = reading.at >= this.#lastAt && Math.floor(this.#lastIndex) > place;
    if (isRestart && this.#starts.length < maxStarts) {
      const index = Math.floor(this.#lastIndex) + 1;
      this.#starts = [...this.#starts, { base: index - reading.index, since: reading.at }];
      return { index, numbering: 'restarted' };
    }
    for (let number = 1; number < maxDoubled; number += 1) {
      const index = place + number / maxDoubled;
      if (!this.#isTaken(index)) return { index, numbering: 'doubled' };
    }
    return null;
  }

  /** Returns the index of the stored entry that equals this one: at that index or among the doubled ones after it. */
  #heldAround(place: number, reading: EntryUpdate): number | null {
    for (let number = 0; number < maxDoubled; number += 1) {
      const index = place + number / maxDoubled;
      const held = entryAt(this.#known, index);
      const taken = this.#taken.get(index);
      if (held === null && taken === undefined) return null;
      const isSame =
        (held === null || isSameLine(held, reading)) && (taken === undefined || isSameReading(taken, reading));
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

  #take(index: number, reading: EntryUpdate): void {
    if (!this.#taken.has(index)) this.#taken.set(index, reading);
    if (index <= this.#lastIndex) return;
    this.#lastIndex = index;
    this.#lastAt = reading.at;
  }
}

const nobody = { participantId: null, kind: 'other', nickname: '', userId: null, visibility: null } as const;

function isSameReading(taken: EntryUpdate, reading: EntryUpdate): boolean {
  const author = taken.from === null ? nobody : { ...taken.from, kind: 'other' as const };
  return isSameLine({ ...taken, author }, reading);
}
