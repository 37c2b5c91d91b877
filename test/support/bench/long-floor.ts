import type { EntryUpdate, ServerSnapshot, ParticipantUpdate } from '../../../main/floor/events';
import { self } from '../floor/readings';
import { createSayings } from './sayings';

/** A reading of many long chats in which customer and agent talk by turns, up to now. */
export function readLongFloor(chatCount: number, linesEach: number, now: number): ServerSnapshot {
  const { random, someText } = createSayings(7);
  const startedAt = now - linesEach * lineEveryMs;
  const ids = Array.from({ length: chatCount }, (_, chat) => `chat-${String(chat)}`);
  return {
    chats: ids.map((chatId) => ({
      chatId,
      state: 'active',
      participants: [customerOf(chatId), agentOf(chatId), supervisorOf(chatId)],
      receivedAt: startedAt,
    })),
    transcripts: ids.map((chatId) => ({
      chatId,
      entries: Array.from({ length: linesEach }, (_, place): EntryUpdate => ({
        index: place + 1,
        kind: 'text',
        from: random() < 0.5 ? customerOf(chatId) : agentOf(chatId),
        visibility: 'everyone',
        // Some languages cost more to cut into words than English.
        text: random() < 0.2 ? `${someText()} für Müller?` : someText(),
        at: startedAt + place * lineEveryMs,
      })),
    })),
  };
}

const lineEveryMs = 6_000;

const customerOf = (chatId: string): ParticipantUpdate => person('customer', `customer-of-${chatId}`, null);
const agentOf = (chatId: string): ParticipantUpdate => person('agent', `agent-of-${chatId}`, `user-of-${chatId}`);
const supervisorOf = (chatId: string): ParticipantUpdate => ({
  ...person('agent', `self-in-${chatId}`, self.userId),
  visibility: 'supervisors',
});

function person(type: 'customer' | 'agent', participantId: string, userId: string | null): ParticipantUpdate {
  return { participantId, type, nickname: participantId, userId, visibility: 'everyone' };
}
