import type { TranscriptEntry } from '../../../preload/contract';
import { shortenToLine } from '../../../preload/contract/text/shorten';

/** In graphemes, including the ellipsis. */
const longestLine = 241;

export interface LastLine {
  readonly entry: TranscriptEntry;
  /** One line, truncated for a list. */
  readonly text: string;
  readonly isWhisper: boolean;
}

/** The last message of anyone; joining and leaving are not shown. */
export function lastMessagePreview(entries: readonly TranscriptEntry[]): LastLine | null {
  const entry = entries.findLast(({ kind }) => kind === 'text' || kind === 'url');
  if (entry === undefined) return null;
  return { entry, text: toSingleLine(entry.text), isWhisper: entry.visibility !== 'everyone' };
}

/** The part of a text that a list shows, on one line. */
export function toSingleLine(text: string): string {
  return shortenToLine(text, longestLine);
}
