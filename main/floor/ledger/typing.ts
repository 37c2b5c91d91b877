import type { ParticipantKind, TypingParticipant } from '../../../preload/contract';
import type { EntryUpdate, TypingUpdate } from '../events';
import type { ChatRecord, Instant, TypingMark } from './record';

/** A typist who says neither "stopped" nor a word for so long has walked away. */
export const typingTtlMs = 30_000;

/** Keeps the newest typing news of each participant. An older one, or one told twice, leaves no trace. */
export function recordTyping(
  marks: ReadonlyMap<string, TypingMark>,
  readings: readonly TypingUpdate[],
  moment: Instant,
): ReadonlyMap<string, TypingMark> {
  let grown: Map<string, TypingMark> | null = null;
  for (const { index, from, visibility, isTyping, at } of readings) {
    const before = (grown ?? marks).get(from.participantId);
    if (before !== undefined && before.index >= index) continue;
    grown ??= new Map(marks);
    const expiresAtMs = moment.monotonicMs + typingTtlMs;
    grown.set(from.participantId, { index, isTyping, visibility, at, expiresAtMs });
  }
  return grown ?? marks;
}

/** Remembers up to where each participant has spoken: whoever sends or leaves no longer types. */
export function recordSpeech(
  spokeAt: ReadonlyMap<string, number>,
  readings: readonly EntryUpdate[],
): ReadonlyMap<string, number> {
  let grown: Map<string, number> | null = null;
  for (const { index, kind, from } of readings) {
    if (from === null || (kind !== 'text' && kind !== 'left')) continue;
    if (((grown ?? spokeAt).get(from.participantId) ?? -Infinity) >= index) continue;
    grown ??= new Map(spokeAt);
    grown.set(from.participantId, index);
  }
  return grown ?? spokeAt;
}

/** Who types now, apart from the supervisor at this console. */
export function typingParticipants(
  record: ChatRecord,
  moment: Instant,
  nameKind: (participantId: string) => ParticipantKind,
): readonly TypingParticipant[] {
  if (record.state !== 'active') return [];
  const typists: TypingParticipant[] = [];
  for (const [participantId, mark] of record.typing) {
    if (!isOn(record, participantId, mark, moment)) continue;
    const identity = record.identities.get(participantId);
    if (identity === undefined) continue;
    const kind = nameKind(participantId);
    if (kind === 'self') continue;
    typists.push({ participantId, nickname: identity.nickname, kind, visibility: mark.visibility, since: mark.at });
  }
  return typists.sort((left, right) => (left.participantId < right.participantId ? -1 : 1));
}

/** When the next typist falls silent by himself, on the monotonic clock; `null` when nobody types. */
export function nextExpiry(record: ChatRecord, moment: Instant): number | null {
  let soonest: number | null = null;
  for (const [participantId, mark] of record.typing) {
    if (!isOn(record, participantId, mark, moment)) continue;
    soonest = soonest === null ? mark.expiresAtMs : Math.min(soonest, mark.expiresAtMs);
  }
  return soonest;
}

function isOn(record: ChatRecord, participantId: string, mark: TypingMark, moment: Instant): boolean {
  if (!mark.isTyping || mark.expiresAtMs <= moment.monotonicMs) return false;
  if ((record.spokeAt.get(participantId) ?? -Infinity) > mark.index) return false;
  // The history handed over at a join holds old typing news: by the server's own clock it is over.
  return record.newestAt - mark.at < typingTtlMs;
}
