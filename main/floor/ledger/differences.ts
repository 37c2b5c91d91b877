import { dequal } from 'dequal/lite';
import type { Chat, FloorChange, TranscriptEntry, TranscriptGap, TypingParticipant } from '../../../preload/contract';
import type { StoredEntries } from './entries';
import { entryAt } from './entry-at';
import type { ChatRecord, Instant, IdentityContext } from './record';
import { toChat, toGaps, toShownEntries, toTyping } from './view';

/** A chat as last published to the windows. */
export interface RecordView {
  readonly chat: Chat;
  readonly entries: readonly TranscriptEntry[];
  readonly gaps: readonly TranscriptGap[];
  readonly typing: readonly TypingParticipant[];
}

/** Returns the view of a record; unchanged parts keep their identity. */
export function viewRecord(
  record: ChatRecord,
  viewpoint: IdentityContext,
  moment: Instant,
  before: RecordView | null,
): RecordView {
  return {
    chat: kept(before?.chat, toChat(record, viewpoint)),
    entries: toShownEntries(record.entries, viewpoint),
    gaps: kept(before?.gaps, toGaps(record)),
    typing: kept(before?.typing, toTyping(record, viewpoint, moment)),
  };
}

function kept<T>(before: T | undefined, after: T): T {
  return before !== undefined && dequal(before, after) ? before : after;
}

/** Returns the changes to publish, a chat before its messages. */
export function differences(
  before: RecordView | null,
  after: RecordView,
  stored: StoredEntries,
): readonly FloorChange[] {
  const chatId = after.chat.id;
  const changes: FloorChange[] = [];
  if (after.chat !== before?.chat) changes.push({ type: 'chatChanged', chat: after.chat });
  const entries = changedEntries(before?.entries ?? [], after.entries, stored);
  if (entries.length > 0) changes.push({ type: 'entriesAdded', chatId, entries });
  const areGapsSame = after.gaps === before?.gaps || (after.gaps.length === 0 && (before?.gaps ?? []).length === 0);
  if (!areGapsSame) changes.push({ type: 'gapsChanged', chatId, gaps: after.gaps });
  const typingBefore = before?.typing ?? [];
  const isTypingSame = after.typing === typingBefore || (after.typing.length === 0 && typingBefore.length === 0);
  if (!isTypingSame) changes.push({ type: 'typingChanged', chatId, typing: after.typing });
  return changes;
}

/** Returns new or changed entries by index. Masked entries are not those that are stored, so all of them are compared. */
function changedEntries(
  before: readonly TranscriptEntry[],
  after: readonly TranscriptEntry[],
  { entries, published, unpublished }: StoredEntries,
): readonly TranscriptEntry[] {
  if (before === after) return [];
  const areStored = before === published && after === entries;
  const candidates = areStored ? new Map(unpublished.map((entry) => [entry.index, entry])).values() : after;
  return [...candidates]
    .filter((entry, place) => {
      const old = entryAt(before, entry.index, place);
      return old !== entry && !dequal(old, entry);
    })
    .sort((one, other) => one.index - other.index);
}
