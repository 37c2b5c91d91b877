import type { TranscriptEntry } from '../../../preload/contract';

/** Whether an entry counts as unread: a message of the customer or of an agent. */
export function countsAsUnread(entry: TranscriptEntry): boolean {
  return entry.kind === 'text' && (entry.author.kind === 'customer' || entry.author.kind === 'agent');
}

/** The index of the first of the last `unread` such entries, for the "new" line; `null` for none. */
export function firstUnread(entries: readonly TranscriptEntry[], unread: number): number | null {
  let left = unread;
  for (let place = entries.length - 1; place >= 0 && left > 0; place -= 1) {
    const entry = entries[place];
    if (entry === undefined || !countsAsUnread(entry)) continue;
    left -= 1;
    if (left === 0) return entry.index;
  }
  return null;
}

/** The number of such entries after `index`. */
export function countAfter(entries: readonly TranscriptEntry[], index: number): number {
  let count = 0;
  for (let place = entries.length - 1; place >= 0; place -= 1) {
    const entry = entries[place];
    if (entry === undefined || entry.index <= index) break;
    if (countsAsUnread(entry)) count += 1;
  }
  return count;
}
