import type { Participant } from './model/chat';

/** The longest message that can be sent, in UTF-16 units. */
export const longestMessage = 16_000;

/** The longest unsent text that is kept: more than can be sent, so that nothing pasted is lost before it is shortened. */
export const longestDraft = 64_000;

type Reading = Pick<Participant, 'participantId' | 'kind'>;

/**
 * Returns those who read what the supervisor sends to this audience. Other supervisors read whatever agents read, also when
 * nobody sees them; a kind this version does not know reads what everyone reads.
 */
export function readingParticipants<P extends Reading>(
  participants: readonly P[],
  audience: 'everyone' | 'agents',
): readonly P[] {
  const excluded: readonly Participant['kind'][] = audience === 'agents' ? ['self', 'customer', 'other'] : ['self'];
  return participants.filter(({ kind }) => !excluded.includes(kind));
}

/** Returns the identities of the readers in a fixed order. Names say nothing: two people may share one, and one may change it. */
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
