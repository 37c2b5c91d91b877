import { z } from 'zod';
import type { Medium } from '../../../preload/contract';
import { allMedia, mediumOfMessageType, vendorMedia } from '../media';
import { decodeOwnChannels, type WireOwnChannel } from './channel';
import { decodeChat, type WireChat } from './chat';
import { lastSegment } from './resource-path';
import { isRecord, ownField } from '../../base/record';
import { parseOrNull, maybeString, maybeWholeNumber } from './tolerant';

/** A decoded stream message. `other`: well formed, but not used by the console. */
export type WireNotification =
  | { readonly kind: 'statusChange' | 'participantsUpdated' | 'propertiesUpdated'; readonly chat: WireChat }
  | {
      readonly kind: 'error';
      readonly chat: WireChat | null;
      readonly referenceId: number | null;
      readonly serverMessage: string;
    }
  | { readonly kind: 'newMessages'; readonly chatId: string; readonly messages: readonly unknown[] }
  | { readonly kind: 'ownChannels'; readonly channels: readonly WireOwnChannel[] }
  | { readonly kind: 'other'; readonly messageType: string };

const envelope = z.object({
  messageType: maybeString,
  notificationType: maybeString,
  referenceId: maybeWholeNumber,
  chatId: maybeString,
  errorMessage: maybeString,
  statusMessage: maybeString,
});

type Envelope = z.output<typeof envelope>;

const unneededTypes = /^(Channel|Device|Call|Email|Open[mM]edia|Facebooksession|Outbound|Get|Service)/;

/** Returns `null` if the data is malformed and belongs in quarantine. Never throws. */
export function decodeNotification(data: unknown): WireNotification | null {
  if (!isRecord(data)) return null;
  const head = parseOrNull(envelope, data);
  if (head === null) return null;
  if (head.messageType === 'MessageLogUpdated') return decodeLog(head, data);
  if (head.messageType === 'ChannelStateChangeMessageV2') return decodeChannelChange(data);
  const medium = mediumOfMessageType(head.messageType) ?? (head.messageType === undefined ? mediumCarried(data) : null);
  if (medium !== null) return decodeChatChange(head, data, medium);
  if (head.messageType === undefined && head.errorMessage !== undefined) return decodeError(head, null);
  if (head.messageType !== undefined && unneededTypes.test(head.messageType)) {
    return { kind: 'other', messageType: head.messageType };
  }
  return null;
}

function decodeLog(head: Envelope, data: unknown): WireNotification | null {
  const chatId = referredTo(data) ?? head.chatId ?? null;
  const messages = ownField(data, 'messages');
  return chatId !== null && Array.isArray(messages) ? { kind: 'newMessages', chatId, messages } : null;
}

/** For a notification without a type. */
function mediumCarried(data: unknown): Medium | null {
  return allMedia.find((medium) => ownField(data, vendorMedia[medium].payload) !== undefined) ?? null;
}

function decodeChannelChange(data: unknown): WireNotification | null {
  const channels = decodeOwnChannels(data);
  return channels === null ? null : { kind: 'ownChannels', channels };
}

/** A log names its session by reference only. */
function referredTo(data: unknown): string | null {
  for (const { payload } of Object.values(vendorMedia)) {
    for (const name of [`${payload}Path`, `${payload}Uri`]) {
      const reference = ownField(data, name);
      const id = typeof reference === 'string' ? lastSegment(reference) : null;
      if (id !== null) return id;
    }
  }
  return null;
}

function decodeChatChange(head: Envelope, data: unknown, medium: Medium): WireNotification | null {
  const chat = decodeChat(ownField(data, vendorMedia[medium].payload), medium);
  if (head.notificationType === 'Error') return decodeError(head, chat);
  if (chat === null) return null;
  switch (head.notificationType) {
    case 'ParticipantsUpdated':
      return { kind: 'participantsUpdated', chat };
    case 'PropertiesUpdated':
      return { kind: 'propertiesUpdated', chat };
    default:
      // An unknown kind of change still carries the whole chat, which is enough.
      return { kind: 'statusChange', chat };
  }
}

function decodeError(head: Envelope, chat: WireChat | null): WireNotification {
  return {
    kind: 'error',
    chat,
    referenceId: head.referenceId ?? null,
    serverMessage: head.errorMessage ?? head.statusMessage ?? '',
  };
}
