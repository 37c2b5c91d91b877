import type { Interaction, LoggedMessage, Person } from '../contact-centre/model';
import type { ChatNotification } from '../contact-centre/outbox';
import { chatJson } from './chat-json';
import type { WireFormat } from './wire-format';
import { interactionJson } from './interaction-json';
import { wireMedia } from './media';
import { messageJson } from './message-json';
import { channelsJson } from './person-json';

function correlated(referenceId: number | null): { referenceId?: number } {
  return referenceId === null ? {} : { referenceId };
}

export function chatNewsJson(dialect: WireFormat, news: ChatNotification): Record<string, unknown> {
  const { payload, messageType } = wireMedia[news.chat.medium];
  return {
    [payload]: chatJson(dialect, news.chat, news.party, { includesParticipants: news.includesParticipants }),
    notificationType: news.notificationType,
    messageType,
    ...correlated(news.referenceId),
  };
}

export function errorJson(dialect: WireFormat, errorMessage: string, referenceId: number): Record<string, unknown> {
  return {
    notificationType: 'Error',
    ...(dialect.quirks.errorsWithoutMessageType ? {} : { messageType: 'ChatStateChangeMessage' }),
    errorMessage,
    referenceId,
  };
}

export function channelNewsJson(dialect: WireFormat, person: Person): Record<string, unknown> {
  return { messageType: 'ChannelStateChangeMessageV2', channels: channelsJson(dialect, person) };
}

export function contentJson(
  dialect: WireFormat,
  content: {
    readonly interaction: Interaction;
    readonly messages: readonly LoggedMessage[];
    readonly referenceId: number;
  },
): Record<string, unknown> {
  return {
    referenceId: content.referenceId,
    messageType: 'GetInteractionContentMessage',
    interaction: interactionJson(dialect, content.interaction),
    messages: content.messages.map((message) => messageJson(dialect, message)),
  };
}

export function historyJson(
  dialect: WireFormat,
  interactions: readonly Interaction[],
  referenceId: number,
): Record<string, unknown> {
  return {
    referenceId,
    messageType: 'GetInteractionsHistoryMessage',
    interactions: interactions.map((interaction) => interactionJson(dialect, interaction)),
  };
}
