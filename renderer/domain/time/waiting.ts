import type { Chat, TranscriptEntry, TranscriptGap } from '../../../preload/contract';

/** Milliseconds. From here on a wait is hot. */
const hotAfterMs = 180_000;

/**
 * When the customer began to wait: the earliest of their messages without a visible reply. `null` if all are answered
 * or the chat is not active. A message before a gap may have been answered in it, so it does not count.
 */
export function waitingSince(
  chat: Chat,
  entries: readonly TranscriptEntry[],
  gaps: readonly TranscriptGap[] = [],
): number | null {
  if (chat.state !== 'active' && chat.state !== 'unknown') return null;
  const knownAfter = Math.max(...gaps.map(({ afterIndex }) => afterIndex ?? -Infinity), -Infinity);
  let since: number | null = null;
  for (let place = entries.length - 1; place >= 0; place -= 1) {
    const entry = entries[place];
    if (entry === undefined) continue;
    if (entry.index <= knownAfter || isAnswer(entry)) return since;
    if (entry.kind === 'text' && entry.author.kind === 'customer') since = entry.at;
  }
  return since;
}

/** At least 0: the server's clock may be ahead. */
export function waitedMs(since: number | null, now: number): number | null {
  return since === null ? null : Math.max(0, now - since);
}

export function isHot(waited: number | null): boolean {
  return waited !== null && waited >= hotAfterMs;
}

/** A whisper is no reply: the customer does not read it. */
function isAnswer(entry: TranscriptEntry): boolean {
  if (entry.kind !== 'text' && entry.kind !== 'url') return false;
  if (entry.visibility !== 'everyone') return false;
  return entry.author.kind === 'agent' || entry.author.kind === 'self' || entry.author.kind === 'supervisor';
}
