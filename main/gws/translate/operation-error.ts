import type { FloorEvent } from '../../floor/events';
import type { WireNotification } from '../wire/notification';
import type { Quarantine } from '../wire/quarantine';
import { toChatReading, withoutEmptyParticipants } from './chat';
import { sanitizeServerMessage } from './sanitize-server-message';

type WireError = Extract<WireNotification, { kind: 'error' }>;

/** An operation the server had accepted failed after all. The chat that comes with it tells where it stands now. */
export function translateOperationError(error: WireError, quarantine: Quarantine): readonly FloorEvent[] {
  const failed: FloorEvent = {
    type: 'operationFailed',
    referenceId: error.referenceId,
    serverMessage: sanitizeServerMessage(error.serverMessage),
  };
  if (error.chat === null) return [failed];
  return [{ type: 'chatUpdated', chat: withoutEmptyParticipants(toChatReading(error.chat, quarantine)) }, failed];
}
