import type { Done, Mode, Result } from '../../../preload/contract';
import { postOperation, encodePathSegment, type RestClient } from './rest-client';

const switches: Readonly<Record<Mode, string>> = {
  monitor: 'SwitchToMonitor',
  coach: 'SwitchToCoach',
  bargeIn: 'SwitchToBargeIn',
};

/** Operations are addressed below `/me/chats`, although the chat's own URI has no `/me`. */
export const chatPath = (chatId: string): string => `/me/chats/${encodePathSegment(chatId)}`;

export function acceptChat(caller: RestClient, chatId: string, nickname: string): Promise<Result<Done>> {
  const named = nickname === '' ? {} : { nickname };
  return postOperation(caller, chatPath(chatId), { operationName: 'Accept', ...named });
}

export function rejectChat(caller: RestClient, chatId: string): Promise<Result<Done>> {
  return postOperation(caller, chatPath(chatId), { operationName: 'Reject' });
}

export function switchChatMode(caller: RestClient, chatId: string, mode: Mode): Promise<Result<Done>> {
  return postOperation(caller, chatPath(chatId), { operationName: switches[mode] });
}

export function sendToEveryone(caller: RestClient, chatId: string, text: string): Promise<Result<Done>> {
  return postOperation(caller, chatPath(chatId), { operationName: 'SendMessage', text });
}

export function sendToAgents(caller: RestClient, chatId: string, text: string): Promise<Result<Done>> {
  return postOperation(caller, chatPath(chatId), { operationName: 'SendToAgents', text });
}

export function sendTyping(
  caller: RestClient,
  request: { readonly chatId: string; readonly audience: 'everyone' | 'agents'; readonly isTyping: boolean },
): Promise<Result<Done>> {
  const verb = request.isTyping ? 'SendStartTyping' : 'SendStopTyping';
  const readers = request.audience === 'agents' ? 'ToAgents' : '';
  return postOperation(caller, chatPath(request.chatId), { operationName: `${verb}${readers}Notification` });
}

export function leaveChat(caller: RestClient, chatId: string, partingMessage?: string): Promise<Result<Done>> {
  return postOperation(caller, chatPath(chatId), {
    operationName: 'Leave',
    ...(partingMessage === undefined ? {} : { text: partingMessage }),
  });
}
