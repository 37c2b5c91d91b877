import type { FloorEvent } from '../../floor/events';
import type { WireChat } from '../wire/chat';
import type { Quarantine } from '../wire/quarantine';
import { toChatReading } from './chat';

/** Here an empty list is meant: everyone has gone. */
export function translateParticipantsUpdated(chat: WireChat, quarantine: Quarantine): readonly FloorEvent[] {
  return [{ type: 'chatUpdated', chat: toChatReading(chat, quarantine) }];
}
