import type { TranscriptEntry } from '../../preload/contract';

const longestLine = 240;

export interface LastLine {
  readonly entry: TranscriptEntry;
  /** One line, cut to what a list can show. */
  readonly text: string;
  readonly isWhisper: boolean;
}

/** What was written last, by anyone; joining and leaving are not worth the line. */
export function lastLine(entries: readonly TranscriptEntry[]): LastLine | null {
  const entry = entries.findLast(({ kind }) => kind === 'text' || kind === 'url');
  if (entry === undefined) return null;
  return { entry, text: oneLine(entry.text), isWhisper: entry.visibility !== 'everyone' };
}

/** Line breaks become spaces; cut on a whole character, so that no half of an emoji is left behind. */
export function oneLine(text: string): string {
  // Only the beginning is looked at: a line of twenty thousand characters must not cost more than a short one.
  const head = text
    .slice(0, longestLine * 4)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(head);
  if (characters.length <= longestLine) return head;
  return `${characters.slice(0, longestLine).join('').trimEnd()}…`;
}
