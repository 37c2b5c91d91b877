import type { Chat, Mode } from '../../../preload/contract';
import { mayBeSeen } from '../../../preload/contract/exposure';

export interface TileLockInput {
  readonly chat: Chat;
  /** The chats that have the focus, are under the pointer, or are scrolled up. */
  readonly attendedIds: ReadonlySet<string>;
  readonly hasDraft: (mode: Mode) => boolean;
  readonly hasPendingCommand: boolean;
}

/**
 * Whether a tile must stay: it is being read or written in, its mode is changing, or others see the supervisor in it,
 * or may.
 */
export function isLockedTile({ chat, attendedIds, hasDraft, hasPendingCommand }: TileLockInput): boolean {
  if (attendedIds.has(chat.id) || hasPendingCommand) return true;
  if (chat.state !== 'active') return false;
  return mayBeSeen(chat) || hasDraft('coach') || hasDraft('bargeIn');
}
