import type { TranscriptEntry } from '../../preload/contract';
import { shortenToLine } from '../../preload/contract/text/shorten';

/** In graphemes, the ellipsis included. */
const longestLine = 241;

export interface LastLine {
  readonly entry: TranscriptEntry;
  /** One line, cut to what a list can show. */
  readonly text: string;
  readonly isWhisper: boolean;
}

/** What was written last, by anyone; joining and leaving are not worth the line. */
export function lastMessagePreview(entries: readonly TranscriptEntry[]): LastLine | null {
  const entry = entries.findLast(({ kind }) => kind === 'text' || kind === 'url');
  if (entry === undefined) return null;
  return { entry, text: toSingleLine(entry.text), isWhisper: entry.visibility !== 'everyone' };
}

/** As much of a text as a list shows, on one line. */
export function toSingleLine(text: string): string {
  return shortenToLine(text, longestLine);
}
