import type { Transcript, TranscriptEntry } from '../../preload/contract';

export function emptyTranscript(chatId: string): Transcript {
  return { chatId, entries: [], gaps: [], typing: [] };
}

/** Inserts entries by index; an entry with a known index replaces the old one. */
export function withEntries(transcript: Transcript, added: readonly TranscriptEntry[]): Transcript {
  const last = transcript.entries.at(-1);
  const first = added[0];
  if (first === undefined) return transcript;
  // By far the most common case: new entries at the end.
  if (last === undefined || first.index > last.index) {
    return { ...transcript, entries: [...transcript.entries, ...added] };
  }
  const byIndex = new Map([...transcript.entries, ...added].map((entry) => [entry.index, entry]));
  return { ...transcript, entries: [...byIndex.values()].sort((a, b) => a.index - b.index) };
}
