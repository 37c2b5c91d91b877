import type { TranscriptEntry } from '../../../../preload/contract';

/** A listed phrase that was said. */
export interface Mention {
  readonly phrase: string;
  readonly at: number;
  readonly entryIndex: number;
}

const mostKept = 20;

export function withMention(mentions: readonly Mention[], phrase: string | null, entry: TranscriptEntry) {
  if (phrase === null) return mentions;
  return [...mentions, { phrase, at: entry.at, entryIndex: entry.index }].slice(-mostKept);
}
