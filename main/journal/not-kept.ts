import type { JournalData } from '../../preload/contract';

/** Milliseconds after which a note is written at the latest, so that a receipt of any longer period has one. */
const noteAfterMs = 300_000;

/**
 * Counts what the journal does not keep while the setting turns it off. A note of it stands in the journal, so that no
 * receipt and no report takes such a time for a silent one.
 */
export class NotKept {
  #skipped: { readonly count: number; readonly from: number; readonly until: number } | null = null;
  #notedAt = Number.NEGATIVE_INFINITY;

  /** Counts a record. Returns what to note now; `null`: nothing yet. */
  skip(now: number): JournalData | null {
    const { count = 0, from = now } = this.#skipped ?? {};
    this.#skipped = { count: count + 1, from, until: now };
    return now - this.#notedAt < noteAfterMs ? null : this.take(now);
  }

  /** Returns what was not noted yet; `null` if there is nothing. */
  take(now: number): JournalData | null {
    const skipped = this.#skipped;
    this.#skipped = null;
    if (skipped !== null) this.#notedAt = now;
    return skipped;
  }
}
