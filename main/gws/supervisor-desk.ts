import type { ChatOperator, ContactCentre, Reference } from '../floor/contact-centre';
import type { Caller } from './api/calls';
import {
  acceptChat,
  leaveChat,
  rejectChat,
  sendToAgents,
  sendToEveryone,
  switchChatMode,
  tellTyping,
} from './api/chats';
import { setNotReady, setReady } from './api/own-channels';
import { intrudeIntoChat, stopWatchingAgent, watchAgent } from './api/supervision';

/** Each of the supervisor's acts as the one request it is. */
export function createSupervisorDesk(
  caller: Caller,
  nickname: string,
): Omit<ContactCentre, 'resynchronise' | keyof ChatOperator | keyof Reference> {
  return {
    watch: (request) =>
      watchAgent(caller, { ...request, nickname: request.nickname === '' ? nickname : request.nickname }),
    stopWatching: (request) => stopWatchingAgent(caller, request),
    setReady: ({ medium }) => setReady(caller, medium),
    setNotReady: (request) => setNotReady(caller, request),
    intrude: (request) => intrudeIntoChat(caller, request),
    accept: ({ chatId, nickname: chosen = nickname }) => acceptChat(caller, chatId, chosen),
    reject: ({ chatId }) => rejectChat(caller, chatId),
    switchMode: ({ chatId, mode }) => switchChatMode(caller, chatId, mode),
    sendToEveryone: ({ chatId, text }) => sendToEveryone(caller, chatId, text),
    sendToAgents: ({ chatId, text }) => sendToAgents(caller, chatId, text),
    typing: (request) => tellTyping(caller, request),
    leave: ({ chatId, lastWords }) => leaveChat(caller, chatId, lastWords),
  };
}
