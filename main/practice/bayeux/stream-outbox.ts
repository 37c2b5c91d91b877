import type { CentreState } from '../contact-centre/centre-state';
import type { Outbox } from '../contact-centre/outbox';
import type { DeliveryLog } from '../control/delivery-log';
import type { Deliver } from '../faults/deliveries';
import type { WireFormat } from '../wire/wire-format';
import { wireMedia } from '../wire/media';
import { logUpdateJson } from '../wire/message-json';
import { devicesJson } from '../wire/person-json';
import { channelNewsJson, chatNewsJson, contentJson, errorJson, historyJson } from '../wire/notification-json';

/** Also the topic of notifications that belong to no session. */
const CHATS = wireMedia.chat.topic;
const CHANNELS = '/v2/me/channels';
const DEVICES = '/v2/me/devices';

export interface StreamOutboxPorts {
  readonly deliver: Deliver;
  readonly isListening: (userId: string) => boolean;
  readonly dialect: () => WireFormat;
  readonly deliveryLog: DeliveryLog;
  readonly centre: () => CentreState;
}

/** Converts notifications to wire JSON when they occur and passes them to the stream. */
export function streamOutbox({ deliver, isListening, dialect, deliveryLog, centre }: StreamOutboxPorts): Outbox {
  const tell = (userId: string | null, channel: string, write: () => unknown): void => {
    if (userId !== null && isListening(userId)) deliver(userId, channel, write());
  };
  return {
    chatChanged: (news) => {
      tell(news.party.userId, wireMedia[news.chat.medium].topic, () => chatNewsJson(dialect(), news));
    },
    messagesLogged: (chat, reader, messages) => {
      deliveryLog.messagesLogged(chat, reader, messages);
      tell(reader.userId, wireMedia[chat.medium].topic, () => logUpdateJson(dialect(), chat, messages));
    },
    operationFailed: (userId, errorMessage, referenceId) => {
      tell(userId, CHATS, () => errorJson(dialect(), errorMessage, referenceId));
    },
    channelsChanged: (userId) => {
      const person = centre().people.get(userId);
      if (person === undefined) return;
      const devices = (): unknown => devicesJson(dialect(), person);
      tell(userId, CHANNELS, () => channelNewsJson(dialect(), person));
      tell(userId, DEVICES, () => ({ messageType: 'DeviceStateChangeMessage', devices: devices() }));
    },
    contentRead: (userId, interaction, messages, referenceId) => {
      tell(userId, CHATS, () => contentJson(dialect(), { interaction, messages, referenceId }));
    },
    historyRead: (userId, interactions, referenceId) => {
      tell(userId, CHATS, () => historyJson(dialect(), interactions, referenceId));
    },
  };
}
