import type { Author, Chat, Party } from '../contact-centre/model';
import { partiesSeenBy } from '../contact-centre/visibility';
import type { WireFormat } from './wire-format';
import { reference } from './wire-format';

/** A supervisor is an `Agent` on the wire; a customer has no user reference. */
export function participantJson(dialect: WireFormat, party: Author | Party): Record<string, unknown> {
  const { quirks } = dialect;
  return {
    nickname: party.nickname,
    type: party.role === 'customer' ? 'Customer' : 'Agent',
    ...(party.userId === null ? {} : reference(dialect, `/users/${party.userId}`)),
    ...(quirks.omitParticipantVisibility ? {} : { visibility: party.visibility }),
    participantId: party.participantId,
    ...(quirks.participantIdOnly ? {} : { id: party.participantId }),
  };
}

export function participantsJson(dialect: WireFormat, viewer: Party, chat: Chat): Record<string, unknown>[] {
  if (viewer.state !== 'Chatting' && viewer.state !== 'LeftChat') return [];
  return partiesSeenBy(viewer, chat).map((party) => participantJson(dialect, party));
}
