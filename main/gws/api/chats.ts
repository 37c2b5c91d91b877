import type { Done, Mode, Result } from '../../../preload/contract';
import { operate, segment, type Caller } from './calls';

const switches: Readonly<Record<Mode, string>> = {
  monitor: 'SwitchToMonitor',
  coach: 'SwitchToCoach',
  bargeIn: 'SwitchToBargeIn',
};

/** Operations live below `/me/chats`, although the chat's own uri does not have the `/me`. */
export const chatPath = (chatId: string): string => `/me/chats/${segment(chatId)}`;

export function acceptChat(caller: Caller, chatId: string, nickname: string): Promise<Result<Done>> {
  const named = nickname === '' ? {} : { nickname };
  return operate(caller, chatPath(chatId), { operationName: 'Accept', ...named });
}

export function rejectChat(caller: Caller, chatId: string): Promise<Result<Done>> {
  return operate(caller, chatPath(chatId), { operationName: 'Reject' });
}

export function switchChatMode(caller: Caller, chatId: string, mode: Mode): Promise<Result<Done>> {
  return operate(caller, chatPath(chatId), { operationName: switches[mode] });
}

export function sendToEveryone(caller: Caller, chatId: string, text: string): Promise<Result<Done>> {
  return operate(caller, chatPath(chatId), { operationName: 'SendMessage', text });
}

export function sendToAgents(caller: Caller, chatId: string, text: string): Promise<Result<Done>> {
  return operate(caller, chatPath(chatId), { operationName: 'SendToAgents', text });
}

export function tellTyping(
  caller: Caller,
  request: { readonly chatId: string; readonly audience: 'everyone' | 'agents'; readonly isTyping: boolean },
): Promise<Result<Done>> {
  const verb = request.isTyping ? 'SendStartTyping' : 'SendStopTyping';
  const readers = request.audience === 'agents' ? 'ToAgents' : '';
  return operate(caller, chatPath(request.chatId), { operationName: `${verb}${readers}Notification` });
}

export function leaveChat(caller: Caller, chatId: string, lastWords?: string): Promise<Result<Done>> {
  return operate(caller, chatPath(chatId), {
    operationName: 'Leave',
    ...(lastWords === undefined ? {} : { text: lastWords }),
  });
}
