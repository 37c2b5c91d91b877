import type { Chat, Participant, TranscriptEntry, TypingParticipant, TranscriptGap } from '../../../preload/contract';
import { boundGap, mayHideEntries } from './gaps';
import { confirmedMode, ownVisibility, participantKinds } from './identities';
import type { ChatRecord, Instant, IdentityContext } from './record';
import { maskEntries, maskFields } from './masking';
import { typingParticipants } from './typing';

/** Converts a record to the chat that windows show. */
export function toChat(record: ChatRecord, viewpoint: IdentityContext): Chat {
  const nameKind = participantKinds(record, viewpoint);
  const own = ownVisibility(record, viewpoint);
  const participants = record.participants.map((participant): Participant => {
    const kind = nameKind(participant.participantId);
    return {
      participantId: participant.participantId,
      kind,
      nickname: participant.nickname,
      userId: participant.userId,
      visibility: participant.visibility ?? (kind === 'self' ? own : null),
    };
  });
  return {
    id: record.id,
    medium: record.medium,
    state: record.state,
    mode: confirmedMode(record, viewpoint),
    allowedActions: record.allowedActions,
    participants,
    customerName: record.customerName ?? firstAuthor(record.entries, 'customer')?.nickname ?? null,
    agentId: record.agentId ?? firstAuthor(record.entries, 'agent')?.userId ?? null,
    agentName: record.agentName ?? firstAuthor(record.entries, 'agent')?.nickname ?? null,
    ...(record.participantsLeftOut === 0 ? {} : { participantsLeftOut: record.participantsLeftOut }),
    customerData: viewpoint.masksNumbers?.() === true ? maskFields(record.customerData) : record.customerData,
    ...(record.customerDataLeftOut === 0 ? {} : { customerDataLeftOut: record.customerDataLeftOut }),
    receivedAt: record.receivedAt,
    firstSeenAt: record.firstSeenAt,
    endedAt: record.endedAt,
  };
}

/** The messages that windows show. */
export function toShownEntries(
  entries: readonly TranscriptEntry[],
  { masksNumbers }: IdentityContext,
): readonly TranscriptEntry[] {
  return masksNumbers?.() === true ? maskEntries(entries) : entries;
}

/**
 * Searches the transcript for a name only while no participant list has one; the first author is independent of order.
 */
function firstAuthor(
  entries: readonly TranscriptEntry[],
  kind: 'customer' | 'agent',
): TranscriptEntry['author'] | null {
  return entries.find((entry) => entry.author.kind === kind)?.author ?? null;
}

export function toGaps(record: ChatRecord): readonly TranscriptGap[] {
  return record.gaps.map((gap) => boundGap(gap, record.entries)).filter(mayHideEntries);
}

export function toTyping(
  record: ChatRecord,
  viewpoint: IdentityContext,
  moment: Instant,
): readonly TypingParticipant[] {
  return record.typing.size === 0 ? [] : typingParticipants(record, moment, participantKinds(record, viewpoint));
}
