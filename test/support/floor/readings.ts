import type { ChatAction, Visibility } from '../../../preload/contract';
import type {
  ChatReading,
  EntryReading,
  FloorEvent,
  ParticipantReading,
  Self,
  TypingReading,
} from '../../../main/floor/events';

export const self: Self = { userId: 'user-sofia', userName: 'sofia', nickname: 'Sofia' };

export const ada: ParticipantReading = {
  participantId: 'part-ada',
  type: 'agent',
  nickname: 'Ada',
  userId: 'user-ada',
  visibility: 'everyone',
};

export const customer: ParticipantReading = {
  participantId: 'part-customer',
  type: 'customer',
  nickname: 'Theo Brandt',
  userId: null,
  visibility: 'everyone',
};

export function sofia(visibility: Visibility, participantId = 'part-sofia'): ParticipantReading {
  return { participantId, type: 'agent', nickname: 'Sofia', userId: 'user-sofia', visibility };
}

export const everyAction: readonly ChatAction[] = [
  'leave',
  'switchToMonitor',
  'switchToCoach',
  'switchToBargeIn',
  'sendToEveryone',
  'sendToAgents',
  'typeToEveryone',
  'typeToAgents',
];

/** A chat of Ada's that the supervisor is in. */
export function activeChat(visibility: Visibility = 'supervisors', more: Partial<ChatReading> = {}): ChatReading {
  return {
    chatId: 'chat-1',
    state: 'active',
    can: everyAction,
    participants: [ada, customer, sofia(visibility)],
    ...more,
  };
}

export function chatRead(chat: ChatReading): FloorEvent {
  return { type: 'chatRead', chat };
}

export function entry(index: number, more: Partial<EntryReading> = {}): EntryReading {
  return {
    index,
    kind: 'text',
    from: customer,
    visibility: 'everyone',
    text: `line ${index}`,
    at: 1_000 * index,
    ...more,
  };
}

export function typingAt(index: number, isTyping: boolean, more: Partial<TypingReading> = {}): TypingReading {
  return { index, from: customer, visibility: 'everyone', isTyping, at: 1_000 * index, ...more };
}

export function messages(
  entries: readonly EntryReading[],
  typing: readonly TypingReading[] = [],
  chatId = 'chat-1',
): FloorEvent {
  return { type: 'messagesRead', chatId, entries, typing };
}
