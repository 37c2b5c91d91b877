import type { ChatOperator, Reference } from '../floor/contact-centre';
import type { Caller } from './api/calls';
import { ChatOperations } from './api/chat-operations';
import { readCustomerHistory, readPastTranscript } from './api/history';
import { readDispositions, readQueues } from './api/lists';
import type { Quarantine } from './wire/quarantine';

export interface OperationsDeskOptions {
  readonly caller: Caller;
  /** For questions whose answer comes over the stream. */
  readonly asker: Caller;
  /** Of the address in use. */
  readonly baseUrl: () => string;
  readonly quarantine: Quarantine;
}

/** What can be done with a chat beyond being in it, and what can be looked up for that. */
export function createOperationsDesk(options: OperationsDeskOptions): ChatOperator & Reference {
  const { caller, asker, baseUrl, quarantine } = options;
  const chats = new ChatOperations(caller, baseUrl);
  return {
    transfer: ({ chatId, target }) => chats.handOver('Transfer', chatId, target),
    consult: ({ chatId, target }) => chats.handOver('Consult', chatId, target),
    invite: ({ chatId, target }) => chats.handOver('Invite', chatId, target),
    cancelConsult: ({ chatId }) => chats.cancelConsult(chatId),
    removeParticipant: ({ chatId, userId }) => chats.removeParticipant(chatId, userId),
    complete: ({ chatId, lastWords }) => chats.complete(chatId, lastWords),
    setDisposition: ({ chatId, code }) => chats.setDisposition(chatId, code),
    attachDatum: ({ chatId, key, value }) => chats.setDatum('AttachUserData', chatId, key, value),
    updateDatum: ({ chatId, key, value }) => chats.setDatum('UpdateUserData', chatId, key, value),
    deleteDatum: ({ chatId, key }) => chats.deleteDatum(chatId, key),
    sendNoticeToEveryone: ({ chatId, text }) => chats.sendNotice('SendCustomNotice', chatId, text),
    sendNoticeToAgents: ({ chatId, text }) => chats.sendNotice('SendCustomNoticeToAgents', chatId, text),
    pushUrl: ({ chatId, url, mayGo }) => chats.pushUrl(chatId, url, mayGo),
    queues: () => readQueues(caller, quarantine),
    dispositions: () => readDispositions(caller, quarantine),
    customerHistory: ({ customerData }) => readCustomerHistory(asker, customerData, quarantine),
    pastTranscript: ({ interactionId }) => readPastTranscript(asker, interactionId, quarantine),
  };
}
