import { z } from 'zod';
import { decodeChat, type WireChat } from './chat';
import { lastSegment } from './resource-path';
import { fitted, isRecord, maybeString, maybeWholeNumber, ownField } from './tolerant';

/** What one message on the stream turned out to be. `other`: well formed, and nothing this console needs. */
export type WireNotification =
  | { readonly kind: 'statusChange' | 'participantsUpdated' | 'propertiesUpdated'; readonly chat: WireChat }
  | {
      readonly kind: 'error';
      readonly chat: WireChat | null;
      readonly referenceId: number | null;
      readonly serverSays: string;
    }
  | { readonly kind: 'newMessages'; readonly chatId: string; readonly messages: readonly unknown[] }
  | { readonly kind: 'other'; readonly messageType: string };

const envelope = z.object({
  messageType: maybeString,
  notificationType: maybeString,
  referenceId: maybeWholeNumber,
  chatPath: maybeString,
  chatUri: maybeString,
  chatId: maybeString,
  errorMessage: maybeString,
  statusMessage: maybeString,
});

type Envelope = z.output<typeof envelope>;

const unneededTypes = /^(Channel|Device|Call|Email|Open[mM]edia|SMSsession|Facebooksession|Outbound|Get|Service)/;

/** `null`: it does not fit and belongs in quarantine. Never throws, whatever it is given. */
export function decodeNotification(data: unknown): WireNotification | null {
  if (!isRecord(data)) return null;
  const head = fitted(envelope, data);
  if (head === null) return null;
  if (head.messageType === 'MessageLogUpdated') return decodeLog(head, data);
  if (head.messageType === 'ChatStateChangeMessage') return decodeChatChange(head, data);
  if (head.messageType === undefined && ownField(data, 'chat') !== undefined) return decodeChatChange(head, data);
  if (head.messageType === undefined && head.errorMessage !== undefined) return decodeError(head, null);
  if (head.messageType !== undefined && unneededTypes.test(head.messageType)) {
    return { kind: 'other', messageType: head.messageType };
  }
  return null;
}

function decodeLog(head: Envelope, data: unknown): WireNotification | null {
  const chatId = lastSegment(head.chatPath) ?? lastSegment(head.chatUri) ?? head.chatId ?? null;
  const messages = ownField(data, 'messages');
  return chatId !== null && Array.isArray(messages) ? { kind: 'newMessages', chatId, messages } : null;
}

function decodeChatChange(head: Envelope, data: unknown): WireNotification | null {
  const chat = decodeChat(ownField(data, 'chat'));
  if (head.notificationType === 'Error') return decodeError(head, chat);
  if (chat === null) return null;
  switch (head.notificationType) {
    case 'ParticipantsUpdated':
      return { kind: 'participantsUpdated', chat };
    case 'PropertiesUpdated':
      return { kind: 'propertiesUpdated', chat };
    default:
      // A kind of change this version has not met still carries the chat, and the chat speaks for itself.
      return { kind: 'statusChange', chat };
  }
}

function decodeError(head: Envelope, chat: WireChat | null): WireNotification {
  return {
    kind: 'error',
    chat,
    referenceId: head.referenceId ?? null,
    serverSays: head.errorMessage ?? head.statusMessage ?? '',
  };
}
