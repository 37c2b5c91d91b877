import type { Chat } from '../../../preload/contract';

/** The three groups of the chat list, in order. */
export type ChatGroup = 'invited' | 'live' | 'ended';

export function groupOf(chat: Chat): ChatGroup {
  switch (chat.state) {
    case 'invited':
      return 'invited';
    case 'active':
    case 'unknown':
      return 'live';
    case 'left':
    case 'finished':
    case 'revoked':
    case 'joinFailed':
      return 'ended';
  }
}

export function isEnded(chat: Chat): boolean {
  return groupOf(chat) === 'ended';
}
