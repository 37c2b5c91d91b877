import type { FloorEvent } from '../../floor/events';
import type { WireChat } from '../wire/chat';
import type { Quarantine } from '../wire/quarantine';
import { toChatReading, withoutEmptyParticipants } from './chat';

export function translateStatusChange(chat: WireChat, quarantine: Quarantine): readonly FloorEvent[] {
  return [{ type: 'chatUpdated', chat: withoutEmptyParticipants(toChatReading(chat, quarantine)) }];
}
