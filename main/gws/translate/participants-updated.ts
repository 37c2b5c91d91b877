import type { FloorEvent } from '../../floor/events';
import type { WireChat } from '../wire/chat';
import type { Quarantine } from '../wire/quarantine';
import { toChatReading } from './chat';

/** An empty list in this notification means that everyone left. */
export function translateParticipantsUpdated(chat: WireChat, quarantine: Quarantine): readonly FloorEvent[] {
  return [{ type: 'chatUpdated', chat: toChatReading(chat, quarantine) }];
}
