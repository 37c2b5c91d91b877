import type { Centre } from '../contact-centre/centre';
import type { Outbox } from '../contact-centre/outbox';
import type { Witness } from '../control/witness';
import type { Deliver } from '../faults/deliveries';
import type { Dialect } from '../wire/dialect';
import { logUpdateJson } from '../wire/message-json';
import { devicesJson } from '../wire/person-json';
import { channelNewsJson, chatNewsJson, contentJson, errorJson, historyJson } from '../wire/notification-json';

const CHATS = '/v2/me/chats';
const CHANNELS = '/v2/me/channels';
const DEVICES = '/v2/me/devices';

/** Writes the contact centre's news in the wire's shapes at the moment it happens, and hands it to the stream. */
export function streamOutbox(deliver: Deliver, dialect: () => Dialect, witness: Witness, centre: () => Centre): Outbox {
  return {
    chatChanged: (news) => {
      if (news.party.userId !== null) deliver(news.party.userId, CHATS, chatNewsJson(dialect(), news));
    },
    messagesLogged: (chat, reader, messages) => {
      witness.messagesLogged(chat, reader, messages);
      if (reader.userId !== null) deliver(reader.userId, CHATS, logUpdateJson(dialect(), chat, messages));
    },
    operationFailed: (userId, errorMessage, referenceId) => {
      deliver(userId, CHATS, errorJson(dialect(), errorMessage, referenceId));
    },
    channelsChanged: (userId) => {
      const person = centre().people.get(userId);
      if (person === undefined) return;
      deliver(userId, CHANNELS, channelNewsJson(person));
      deliver(userId, DEVICES, { messageType: 'DeviceStateChangeMessage', devices: devicesJson(dialect(), person) });
    },
    contentRead: (userId, chat, messages, referenceId) => {
      deliver(userId, CHATS, contentJson(dialect(), { chat, messages, referenceId }));
    },
    historyRead: (userId, chats, referenceId) => {
      deliver(userId, CHATS, historyJson(dialect(), chats, referenceId));
    },
  };
}
