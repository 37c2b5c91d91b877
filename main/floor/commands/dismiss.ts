import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import type { CommandContext } from './command-context';

/** Removes an ended chat from the list. Sends nothing; dismissing twice is harmless. */
export function dismiss({ floorStore }: CommandContext, { chatId }: CommandRequest<'chats.dismiss'>): Result<Done> {
  const chat = floorStore.chat(chatId);
  if (chat !== null && chat.endedAt === null) return fail('command.notOffered');
  floorStore.dismiss(chatId);
  return done;
}
