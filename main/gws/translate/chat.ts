import type { CustomerField } from '../../../preload/contract';
import type { ChatUpdate } from '../../floor/events';
import { decodeParticipant, type WireChat } from '../wire/chat';
import type { Quarantine } from '../wire/quarantine';
import { isRecord, ownField } from '../../base/record';
import { bounded, maxCustomerFields, maxParticipants, type Bounded } from './bounded';
import { toActions } from './capabilities';
import { toChatState } from './chat-state';
import { readServerTime } from './date';
import { toParticipant } from './participant';

/** Maps a wire chat to an update that holds only the fields the server sent. */
export function toChatReading(chat: WireChat, quarantine: Quarantine): ChatUpdate {
  const received = readServerTime(chat.receivedDate);
  const customerData = toCustomerData(chat.userData);
  // Agents first: whichever of them is the supervisor decides which audiences are possible.
  const people = bounded(chat.participants ?? [], maxParticipants, (item) => ownField(item, 'type') !== 'Customer');
  if (people.leftOut > 0) quarantine.keep('participants beyond the bound', people.leftOut);
  return {
    chatId: chat.id,
    medium: chat.medium,
    ...(chat.state === undefined ? {} : { state: toChatState(chat.state) }),
    ...(chat.capabilities === undefined ? {} : { allowedActions: toActions(chat.capabilities) }),
    ...(chat.participants === undefined ? {} : { participants: toParticipants(people.items, quarantine) }),
    ...(people.leftOut === 0 ? {} : { participantsLeftOut: people.leftOut }),
    ...(customerData === null ? {} : { customerData: customerData.items }),
    ...(customerData === null || customerData.leftOut === 0 ? {} : { customerDataLeftOut: customerData.leftOut }),
    // A guessed date would override the known one, and ages are computed from it.
    ...(received === null || received.isGuess ? {} : { receivedAt: received.at }),
  };
}

/**
 * Right after joining, the server sends the new state with an empty participant list and the real list in the next
 * notification. An empty list therefore means nothing unless the notification is about participants.
 */
export function withoutEmptyParticipants(reading: ChatUpdate): ChatUpdate {
  const { participants, ...rest } = reading;
  return participants?.length === 0 ? rest : reading;
}

function toParticipants(items: readonly unknown[], quarantine: Quarantine): ChatUpdate['participants'] & object {
  return items.flatMap((item) => {
    const participant = decodeParticipant(item);
    if (participant === null) quarantine.keep('participant', item);
    return participant === null ? [] : [toParticipant(participant)];
  });
}

/** Keys may hold any text (`?`, `:`, `__proto__`), so they are values in a list and never property names. */
function toCustomerData(userData: unknown): Bounded<CustomerField> | null {
  if (!isRecord(userData)) return null;
  const { items, leftOut } = bounded(Object.keys(userData), maxCustomerFields);
  return { items: items.map((key) => ({ key, ...toValue(userData[key]) })), leftOut };
}

function toValue(value: unknown): Omit<CustomerField, 'key'> {
  if (typeof value === 'string') return { value };
  if (typeof value === 'number' || typeof value === 'boolean') return { value: String(value) };
  if (typeof value !== 'object' || value === null) return { value: null };
  return { value: toJson(value), isStructured: true };
}

/** Deeper lists are not indented, since the indents would be longer than the contents. */
const maxIndented = 100;

function toJson(value: object): string {
  try {
    const text = JSON.stringify(value);
    const nested = text.match(/[[{]/gu)?.length ?? 0;
    return nested > maxIndented ? text : JSON.stringify(value, null, 2);
  } catch {
    // Nested more deeply than the engine can recurse.
    return '{…}';
  }
}
