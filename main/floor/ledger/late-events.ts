import type { ChatRecord, Instant } from './record';

/** Milliseconds; longer than two routine resyncs. After it, entries of an unknown chat are dropped. */
const announcedWithinMs = 150_000;
/** Milliseconds after its end; far longer than any event is late. After it, a dismissed chat is forgotten. */
export const namedWithinMs = 1_800_000;

/** Returns whether an event may still name this chat, which is neither live nor in the server's list. */
export function mayBeNamed(record: ChatRecord, { monotonicMs }: Instant): boolean {
  const { isAnnounced, isDismissed, entries, firstReceivedMs, endedAtMs } = record;
  // Entries precede their chat, and the resync may have found the stay already ended.
  if (!isAnnounced) return entries.length > 0 && monotonicMs - firstReceivedMs < announcedWithinMs;
  return !isDismissed || endedAtMs === null || monotonicMs - endedAtMs < namedWithinMs;
}
