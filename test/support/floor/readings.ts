import type { ChatAction, Visibility } from '../../../preload/contract';
import type {
  ChatUpdate,
  EntryUpdate,
  FloorEvent,
  ParticipantUpdate,
  CurrentSupervisor,
  TypingUpdate,
} from '../../../main/floor/events';

export const self: CurrentSupervisor = { userId: 'user-sofia', userName: 'sofia', nickname: 'Sofia' };

export const ada: ParticipantUpdate = {
  participantId: 'part-ada',
  type: 'agent',
  nickname: 'Ada',
  userId: 'user-ada',
  visibility: 'everyone',
};

export const customer: ParticipantUpdate = {
  participantId: 'part-customer',
  type: 'customer',
  nickname: 'Theo Brandt',
  userId: null,
  visibility: 'everyone',
};

export function sofia(visibility: Visibility, participantId = 'part-sofia'): ParticipantUpdate {
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
export function activeChat(visibility: Visibility = 'supervisors', more: Partial<ChatUpdate> = {}): ChatUpdate {
  return {
    chatId: 'chat-1',
    state: 'active',
    allowedActions: everyAction,
    participants: [ada, customer, sofia(visibility)],
    ...more,
  };
}

export function chatUpdated(chat: ChatUpdate): FloorEvent {
  return { type: 'chatUpdated', chat };
}

export function entry(index: number, more: Partial<EntryUpdate> = {}): EntryUpdate {
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

export function typingAt(index: number, isTyping: boolean, more: Partial<TypingUpdate> = {}): TypingUpdate {
  return { index, from: customer, visibility: 'everyone', isTyping, at: 1_000 * index, ...more };
}

export function messages(
  entries: readonly EntryUpdate[],
  typing: readonly TypingUpdate[] = [],
  chatId = 'chat-1',
): FloorEvent {
  return { type: 'messagesReceived', chatId, entries, typing };
}
