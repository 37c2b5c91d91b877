import type { Done, Mode, Result, WatchScope } from '../../../preload/contract';
import { operate, segment, type Caller } from './calls';

const modes: Readonly<Record<Mode, string>> = { monitor: 'Monitor', coach: 'Coach', bargeIn: 'BargeIn' };
const scopes: Readonly<Record<WatchScope, string>> = { nextChat: 'NextChat', allChats: 'AllChats' };

/** Joins this agent's coming chats in this mode; chats already running stay as they are. */
export function watchAgent(
  caller: Caller,
  request: { readonly agentId: string; readonly mode: Mode; readonly scope: WatchScope; readonly nickname: string },
): Promise<Result<Done>> {
  return operate(caller, `/users/${segment(request.agentId)}/channels/chat`, {
    operationName: modes[request.mode],
    supervisorMonitoringMode: scopes[request.scope],
    ...(request.nickname === '' ? {} : { nickname: request.nickname }),
  });
}

export function stopWatchingAgent(caller: Caller, agentId: string): Promise<Result<Done>> {
  return operate(caller, `/users/${segment(agentId)}/channels/chat`, { operationName: 'CancelSupervisorMonitoring' });
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
