import type { FloorEvent } from '../../floor/events';
import type { WireChat } from '../wire/chat';
import type { Quarantine } from '../wire/quarantine';
import { toChatReading, withoutEmptyParticipants } from './chat';

/** About the attached data; the rest of the chat is only along for the ride, yet true at that moment. */
export function translatePropertiesUpdated(chat: WireChat, quarantine: Quarantine): readonly FloorEvent[] {
  return [{ type: 'chatUpdated', chat: withoutEmptyParticipants(toChatReading(chat, quarantine)) }];
}
