import { assertNever } from '../../base/assert-never';
import type { FloorEvent } from '../../floor/events';
import { decodeNotification } from '../wire/notification';
import type { Quarantine } from '../wire/quarantine';
import { translateNewMessages } from './new-messages';
import { translateOwnChannels } from './own-channels';
import { translateOperationError } from './operation-error';
import { translateParticipantsUpdated } from './participants-updated';
import { translatePropertiesUpdated } from './properties-updated';
import { translateStatusChange } from './status-change';

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
      return translateStatusChange(notification.chat, quarantine);
    case 'participantsUpdated':
      return translateParticipantsUpdated(notification.chat, quarantine);
    case 'propertiesUpdated':
      return translatePropertiesUpdated(notification.chat, quarantine);
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
