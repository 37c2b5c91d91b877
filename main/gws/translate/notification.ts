import { assertNever } from '../../base/assert-never';
import type { ChatUpdate, FloorEvent } from '../../floor/events';
import { decodeNotification } from '../wire/notification';
import type { Quarantine } from '../wire/quarantine';
import { toChatReading, withoutEmptyParticipants } from './chat';
import { translateNewMessages } from './new-messages';
import { translateOwnChannels } from './own-channels';
import { translateOperationError } from './operation-error';

/** Translates one stream message to server events. Malformed parts go to quarantine; it never throws. */
export function translateNotification(
  data: unknown,
  receivedAt: number,
  quarantine: Quarantine,
): readonly FloorEvent[] {
  const notification = decodeNotification(data);
  if (notification === null) {
    quarantine.keep('notification', data);
    return [];
  }
  switch (notification.kind) {
    case 'statusChange':
    // This one is about attached data, but the rest of the chat in it is current too.
    case 'propertiesUpdated':
      return chatUpdated(withoutEmptyParticipants(toChatReading(notification.chat, quarantine)));
    case 'participantsUpdated':
      // An empty list in this notification means that everyone left.
      return chatUpdated(toChatReading(notification.chat, quarantine));
    case 'error':
      return translateOperationError(notification, quarantine);
    case 'newMessages':
      return translateNewMessages(notification, receivedAt, quarantine);
    case 'ownChannels':
      return translateOwnChannels(notification.channels);
    case 'other':
      return [];
    default:
      return assertNever(notification, 'every kind of notification has its translation');
  }
}

function chatUpdated(chat: ChatUpdate): readonly FloorEvent[] {
  return [{ type: 'chatUpdated', chat }];
}
