import type { Done, Medium, Result } from '../../preload/contract';
import { done } from '../base/result';
import type { ContactCentre } from '../floor/contact-centre';
import { chatOperationsOver, sendTyping } from './api/chat-operations';
import { startContactCentreSession } from './api/contact-centre-session';
import { readCustomerHistory, readPastTranscript } from './api/history';
import { readDispositions, readQueues } from './api/lists';
import { setNotReady, setReady } from './api/own-channels';
import { encodePathSegment, type RestClient } from './api/rest-client';
import { stopWatchingAgent, watchAgent } from './api/supervision';
import type { Quarantine } from './wire/quarantine';

export interface ContactCentreOptions {
  readonly client: RestClient;
  /** Client for lookups whose result arrives over the stream. */
  readonly asyncClient: RestClient;
  /** Returns the base URL of the address in use, because users and queues are named by absolute URIs. */
  readonly baseUrl: () => string;
  /** Display name of the sign-in; empty: the server's default. */
  readonly nickname: string;
  readonly quarantine: Quarantine;
}

/** Maps each request of the floor to one request of the vendor's API. */
export function createContactCentre(options: ContactCentreOptions): Omit<ContactCentre, 'resynchronise'> {
  const { client, asyncClient, baseUrl, nickname, quarantine } = options;
  const setting = {
    nickname,
    uriOf: ({ kind, id }: { kind: 'agent' | 'queue'; id: string }) =>
      `${baseUrl()}/api/v2/${kind === 'agent' ? 'users' : 'queues'}/${encodePathSegment(id)}`,
  };
  return {
    operate: chatOperationsOver(client, setting),
    typing: (chat, request) => sendTyping(client, chat, request),
    watch: (request) =>
      watchAgent(client, { ...request, nickname: request.nickname === '' ? nickname : request.nickname }),
    stopWatching: (request) => stopWatchingAgent(client, request),
    setReady: (request) => afterLogIn(client, request, () => setReady(client, request.medium)),
    setNotReady: (request) => afterLogIn(client, request, () => setNotReady(client, request)),
    queues: () => readQueues(client, quarantine),
    dispositions: () => readDispositions(client, quarantine),
    customerHistory: ({ customerData }) => readCustomerHistory(asyncClient, customerData, quarantine),
    pastTranscript: ({ interactionId }) => readPastTranscript(asyncClient, interactionId, quarantine),
  };
}

/** Logs the channel in first: a channel that is logged out accepts no state. The log-in makes it ready. */
async function afterLogIn(
  client: RestClient,
  { medium, logsIn }: { readonly medium: Medium; readonly logsIn: boolean },
  change: () => Promise<Result<Done>>,
): Promise<Result<Done>> {
  const started: Result<Done> = logsIn ? await startContactCentreSession(client, [medium]) : done;
  // A refusal may mean that the channel is logged in already; the state change itself shows it.
  if (!started.ok && started.error.code !== 'command.refused') return started;
  return change();
}
