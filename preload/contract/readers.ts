import type { Participant } from './model/chat';

/** Maximum length of a message, in UTF-16 units. */
export const maxMessageLength = 16_000;

/**
 * Maximum length of a draft, in UTF-16 units: longer than a message, so that a pasted text is not lost before it is
 * shortened.
 */
export const maxDraftLength = 64_000;

type Reading = Pick<Participant, 'participantId' | 'kind'>;

/**
 * Returns the participants who read what the supervisor sends to this audience. Other supervisors, even invisible ones,
 * read what agents read; an unknown kind reads what everyone reads.
 */
export function readingParticipants<P extends Reading>(
  participants: readonly P[],
  audience: 'everyone' | 'agents',
): readonly P[] {
  const excluded: readonly Participant['kind'][] = audience === 'agents' ? ['self', 'customer', 'other'] : ['self'];
  return participants.filter(({ kind }) => !excluded.includes(kind));
}

/**
 * Returns the ids of the readers in a fixed order. Names do not identify: two participants may share one, and one may
 * change it.
 */
export function readerIds(participants: readonly Reading[], audience: 'everyone' | 'agents'): readonly string[] {
  return readingParticipants(participants, audience)
    .map(({ participantId }) => participantId)
    .sort();
}

export function areSameReaders(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  const sorted = others.toSorted();
  return some.toSorted().every((id, place) => id === sorted[place]);
}
