import type { Done, Medium, Mode, Result, WatchScope } from '../../../preload/contract';
import { vendorMedia } from '../media';
import { postOperation, encodePathSegment, type RestClient } from './rest-client';

const modes: Readonly<Record<Mode, string>> = { monitor: 'Monitor', coach: 'Coach', bargeIn: 'BargeIn' };
const scopes: Readonly<Record<WatchScope, string>> = { nextChat: 'NextChat', allChats: 'AllChats' };

interface Watched {
  readonly agentId: string;
  readonly medium: Medium;
}

const channelPath = ({ agentId, medium }: Watched): string =>
  `/users/${encodePathSegment(agentId)}/channels/${vendorMedia[medium].channel}`;

/** Joins this agent's coming chats in this mode; chats already running stay as they are. */
export function watchAgent(
  caller: RestClient,
  request: Watched & {
    readonly mode: Mode;
    readonly scope: WatchScope;
    readonly nickname: string;
  },
): Promise<Result<Done>> {
  return postOperation(caller, channelPath(request), {
    operationName: modes[request.mode],
    supervisorMonitoringMode: scopes[request.scope],
    ...(request.nickname === '' ? {} : { nickname: request.nickname }),
  });
}

export function stopWatchingAgent(caller: RestClient, request: Watched): Promise<Result<Done>> {
  return postOperation(caller, channelPath(request), { operationName: 'CancelSupervisorMonitoring' });
}

/** Into a chat that is already running. The mode is always said: left out, the server would want a watch to take it from. */
export function intrudeIntoChat(
  caller: RestClient,
  request: { readonly agentId: string; readonly chatId: string; readonly mode: Mode },
): Promise<Result<Done>> {
  return postOperation(
    caller,
    `/users/${encodePathSegment(request.agentId)}/chats/${encodePathSegment(request.chatId)}`,
    {
      operationName: 'Intrude',
      supervisorVisibilityMode: modes[request.mode],
    },
  );
}
