import type { ChatState } from '../../../preload/contract';

const states = new Map<string, ChatState>([
  ['Invited', 'invited'],
  ['Chatting', 'active'],
  ['LeftChat', 'left'],
  ['Completed', 'finished'],
  ['Revoked', 'revoked'],
  ['JoinFailed', 'joinFailed'],
]);

export function toChatState(word: string): ChatState {
  return states.get(word) ?? 'unknown';
}
