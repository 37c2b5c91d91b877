import type { Done, Medium, Mode, Result, WatchScope } from '../../../preload/contract';
import { vendorMedia } from '../media';
import { vendorModes } from '../vendor-operations';
import { postOperation, encodePathSegment, type RestClient } from './rest-client';

const scopes: Readonly<Record<WatchScope, string>> = { nextChat: 'NextChat', allChats: 'AllChats' };

interface Watched {
  readonly agentId: string;
  readonly medium: Medium;
}

const channelPath = ({ agentId, medium }: Watched): string =>
  `/users/${encodePathSegment(agentId)}/channels/${vendorMedia[medium].channel}`;

/** Joins the future chats of this agent in this mode; running chats are not affected. */
export function watchAgent(
  caller: RestClient,
  request: Watched & {
    readonly mode: Mode;
    readonly scope: WatchScope;
    readonly nickname: string;
  },
): Promise<Result<Done>> {
  return postOperation(caller, channelPath(request), {
    operationName: vendorModes[request.mode],
    supervisorMonitoringMode: scopes[request.scope],
    ...(request.nickname === '' ? {} : { nickname: request.nickname }),
  });
}

export function stopWatchingAgent(caller: RestClient, request: Watched): Promise<Result<Done>> {
  return postOperation(caller, channelPath(request), { operationName: 'CancelSupervisorMonitoring' });
}
