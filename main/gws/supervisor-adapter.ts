import type { Done, Medium, Result } from '../../preload/contract';
import { done } from '../base/result';
import type { ChatOperationsPort, ContactCentre, LookupPort } from '../floor/contact-centre';
import type { RestClient } from './api/rest-client';
import {
  acceptChat,
  leaveChat,
  rejectChat,
  sendToAgents,
  sendToEveryone,
  switchChatMode,
  sendTyping,
} from './api/chats';
import { startContactCentreSession } from './api/contact-centre-session';
import { setNotReady, setReady } from './api/own-channels';
import { intrudeIntoChat, stopWatchingAgent, watchAgent } from './api/supervision';

/** Maps each action of the supervisor to one request. */
export function createSupervisorAdapter(
  caller: RestClient,
  nickname: string,
): Omit<ContactCentre, 'resynchronise' | keyof ChatOperationsPort | keyof LookupPort> {
  return {
    watch: (request) =>
      watchAgent(caller, { ...request, nickname: request.nickname === '' ? nickname : request.nickname }),
    stopWatching: (request) => stopWatchingAgent(caller, request),
    setReady: (request) => afterLogIn(caller, request, () => setReady(caller, request.medium)),
    setNotReady: (request) => afterLogIn(caller, request, () => setNotReady(caller, request)),
    intrude: (request) => intrudeIntoChat(caller, request),
    accept: ({ chatId, nickname: chosen = nickname }) => acceptChat(caller, chatId, chosen),
    reject: ({ chatId }) => rejectChat(caller, chatId),
    switchMode: ({ chatId, mode }) => switchChatMode(caller, chatId, mode),
    sendToEveryone: ({ chatId, text }) => sendToEveryone(caller, chatId, text),
    sendToAgents: ({ chatId, text }) => sendToAgents(caller, chatId, text),
    typing: (request) => sendTyping(caller, request),
    leave: ({ chatId, partingMessage }) => leaveChat(caller, chatId, partingMessage),
  };
}

/** Logs the channel in first: a channel that is logged out accepts no state. The log-in makes it ready. */
async function afterLogIn(
  caller: RestClient,
  { medium, logsIn }: { readonly medium: Medium; readonly logsIn: boolean },
  change: () => Promise<Result<Done>>,
): Promise<Result<Done>> {
  const started: Result<Done> = logsIn ? await startContactCentreSession(caller, [medium]) : done;
  // A refusal may mean that the channel is logged in already; the state change itself shows it.
  if (!started.ok && started.error.code !== 'command.refused') return started;
  return change();
}
