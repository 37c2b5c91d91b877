import type { Done, Medium, Mode, Result, WatchScope } from '../../../preload/contract';
import { vendorMedia } from '../media';
import { operate, segment, type Caller } from './calls';

const modes: Readonly<Record<Mode, string>> = { monitor: 'Monitor', coach: 'Coach', bargeIn: 'BargeIn' };
const scopes: Readonly<Record<WatchScope, string>> = { nextChat: 'NextChat', allChats: 'AllChats' };

interface Watched {
  readonly agentId: string;
  readonly medium: Medium;
}

const channelPath = ({ agentId, medium }: Watched): string =>
  `/users/${segment(agentId)}/channels/${vendorMedia[medium].channel}`;

/** Joins this agent's coming chats in this mode; chats already running stay as they are. */
export function watchAgent(
  caller: Caller,
  request: Watched & {
    readonly mode: Mode;
    readonly scope: WatchScope;
    readonly nickname: string;
  },
): Promise<Result<Done>> {
  return operate(caller, channelPath(request), {
    operationName: modes[request.mode],
    supervisorMonitoringMode: scopes[request.scope],
    ...(request.nickname === '' ? {} : { nickname: request.nickname }),
  });
}

export function stopWatchingAgent(caller: Caller, request: Watched): Promise<Result<Done>> {
  return operate(caller, channelPath(request), { operationName: 'CancelSupervisorMonitoring' });
}

/** Into a chat that is already running. The mode is always said: left out, the server would want a watch to take it from. */
export function intrudeIntoChat(
  caller: Caller,
  request: { readonly agentId: string; readonly chatId: string; readonly mode: Mode },
): Promise<Result<Done>> {
  return operate(caller, `/users/${segment(request.agentId)}/chats/${segment(request.chatId)}`, {
    operationName: 'Intrude',
    supervisorVisibilityMode: modes[request.mode],
  });
}
