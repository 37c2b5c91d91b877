import type { ParticipantUpdate } from '../../floor/events';
import type { WireParticipant } from '../wire/chat';
import { toVisibility } from './visibility';

/** On the wire a supervisor is an agent; the ledger distinguishes them by mode and id. */
export function toParticipant(participant: WireParticipant): ParticipantUpdate {
  return {
    participantId: participant.participantId,
    type: toType(participant.type),
    nickname: participant.nickname,
    userId: participant.userId,
    visibility: toVisibility(participant.visibility),
  };
}

function toType(word: string | undefined): ParticipantUpdate['type'] {
  switch (word) {
    case 'Agent':
    case 'Supervisor':
      return 'agent';
    case 'Customer':
    case 'Client':
      return 'customer';
    default:
      return 'other';
  }
}
