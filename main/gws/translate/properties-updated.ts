import type { FloorEvent } from '../../floor/events';
import type { WireChat } from '../wire/chat';
import type { Quarantine } from '../wire/quarantine';
import { toChatReading, withoutEmptyParticipants } from './chat';

/** The notification is about attached data, but the rest of the chat in it is current too. */
export function translatePropertiesUpdated(chat: WireChat, quarantine: Quarantine): readonly FloorEvent[] {
  return [{ type: 'chatUpdated', chat: withoutEmptyParticipants(toChatReading(chat, quarantine)) }];
}
