import type { ParticipantKind, TypingParticipant } from '../../../preload/contract';
import type { EntryUpdate, TypingUpdate } from '../events';
import type { ChatRecord, Instant, TypingMark } from './record';

/** Milliseconds without a stop or a message after which a typing indicator expires. */
export const typingTtlMs = 30_000;

/** Stores the newest typing event of each participant. An older or repeated event changes nothing. */
export function recordTyping(
  marks: ReadonlyMap<string, TypingMark>,
  updates: readonly TypingUpdate[],
  moment: Instant,
): ReadonlyMap<string, TypingMark> {
  let grown: Map<string, TypingMark> | null = null;
  for (const { index, from, visibility, isTyping, at } of updates) {
    const before = (grown ?? marks).get(from.participantId);
    if (before !== undefined && before.index >= index) continue;
    grown ??= new Map(marks);
    const expiresAtMs = moment.monotonicMs + typingTtlMs;
    grown.set(from.participantId, { index, isTyping, visibility, at, expiresAtMs });
  }
  return grown ?? marks;
}

/** Stores the index up to which each participant has spoken: a participant who sends or leaves no longer types. */
export function recordSpeech(
  spokeAt: ReadonlyMap<string, number>,
  updates: readonly EntryUpdate[],
): ReadonlyMap<string, number> {
  let grown: Map<string, number> | null = null;
  for (const { index, kind, from } of updates) {
    if (from === null || (kind !== 'text' && kind !== 'left')) continue;
    if (((grown ?? spokeAt).get(from.participantId) ?? -Infinity) >= index) continue;
    grown ??= new Map(spokeAt);
    grown.set(from.participantId, index);
  }
  return grown ?? spokeAt;
}

/** Returns the participants who are typing, without the supervisor of this console. */
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

/**
 * Monotonic milliseconds at which the first of these indicators expires; `null` without one. It may be past: a timer
 * fires late, and until then the indicator is still shown.
 */
export function nextExpiry({ typing }: ChatRecord, shown: readonly TypingParticipant[]): number | null {
  const expiries = shown.flatMap(({ participantId }) => typing.get(participantId)?.expiresAtMs ?? []);
  return expiries.length === 0 ? null : Math.min(...expiries);
}

function isOn(record: ChatRecord, participantId: string, mark: TypingMark, moment: Instant): boolean {
  if (!mark.isTyping || mark.expiresAtMs <= moment.monotonicMs) return false;
  if ((record.spokeAt.get(participantId) ?? -Infinity) > mark.index) return false;
  // The history sent at a join contains old typing events; on the server's clock they have expired.
  return record.newestAt - mark.at < typingTtlMs;
}
