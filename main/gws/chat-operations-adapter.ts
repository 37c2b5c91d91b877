import type { ChatOperationsPort, LookupPort } from '../floor/contact-centre';
import type { RestClient } from './api/rest-client';
import { ChatOperationsApi } from './api/chat-operations-api';
import { readCustomerHistory, readPastTranscript } from './api/history';
import { readDispositions, readQueues } from './api/lists';
import type { Quarantine } from './wire/quarantine';

export interface ChatOperationsOptions {
  readonly caller: RestClient;
  /** Client for lookups whose result arrives over the stream. */
  readonly asyncClient: RestClient;
  /** Returns the base URL of the address in use. */
  readonly baseUrl: () => string;
  readonly quarantine: Quarantine;
}

/** Implements the chat operations and the lookups they need. */
export function createChatOperationsAdapter(options: ChatOperationsOptions): ChatOperationsPort & LookupPort {
  const { caller, asyncClient, baseUrl, quarantine } = options;
  const chats = new ChatOperationsApi(caller, baseUrl);
  return {
    transfer: ({ chatId, target }) => chats.handOver('Transfer', chatId, target),
    consult: ({ chatId, target }) => chats.handOver('Consult', chatId, target),
    invite: ({ chatId, target }) => chats.handOver('Invite', chatId, target),
    cancelConsult: ({ chatId }) => chats.cancelConsult(chatId),
    removeParticipant: ({ chatId, userId }) => chats.removeParticipant(chatId, userId),
    complete: ({ chatId, partingMessage }) => chats.complete(chatId, partingMessage),
    setDisposition: ({ chatId, code }) => chats.setDisposition(chatId, code),
    attachDatum: ({ chatId, key, value }) => chats.setCustomerField('AttachUserData', chatId, key, value),
    updateDatum: ({ chatId, key, value }) => chats.setCustomerField('UpdateUserData', chatId, key, value),
    deleteCustomerField: ({ chatId, key }) => chats.deleteCustomerField(chatId, key),
    sendNoticeToEveryone: ({ chatId, text }) => chats.sendNotice('SendCustomNotice', chatId, text),
    sendNoticeToAgents: ({ chatId, text }) => chats.sendNotice('SendCustomNoticeToAgents', chatId, text),
    pushUrl: ({ chatId, url, mayGo }) => chats.pushUrl(chatId, url, mayGo),
    queues: () => readQueues(caller, quarantine),
    dispositions: () => readDispositions(caller, quarantine),
    customerHistory: ({ customerData }) => readCustomerHistory(asyncClient, customerData, quarantine),
    pastTranscript: ({ interactionId }) => readPastTranscript(asyncClient, interactionId, quarantine),
  };
}
