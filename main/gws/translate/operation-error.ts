import type { FloorEvent } from '../../floor/events';
import type { WireNotification } from '../wire/notification';
import type { Quarantine } from '../wire/quarantine';
import { toChatReading, withoutEmptyParticipants } from './chat';
import { sanitizeServerMessage } from './sanitize-server-message';

type WireError = Extract<WireNotification, { kind: 'error' }>;

/**
 * Translates the failure of an operation that the server had accepted. The chat in the message shows the current
 * state.
 */
export function translateOperationError(error: WireError, quarantine: Quarantine): readonly FloorEvent[] {
  const failed: FloorEvent = {
    type: 'operationFailed',
    referenceId: error.referenceId,
    serverMessage: sanitizeServerMessage(error.serverMessage),
  };
  if (error.chat === null) return [failed];
  return [{ type: 'chatUpdated', chat: withoutEmptyParticipants(toChatReading(error.chat, quarantine)) }, failed];
}
