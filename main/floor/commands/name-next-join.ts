import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { isUnseeable } from '../../../preload/contract/names/seen-text';
import { done, fail } from '../../base/result';
import type { CommandContext } from './command-context';

/**
 * Stores the display name for the next join of this chat. Only the acceptance of an invitation sends it to the server.
 */
export function nameNextJoin(
  { floorStore }: CommandContext,
  { chatId, displayName }: CommandRequest<'chats.nameNextJoin'>,
): Result<Done> {
  if (isUnseeable(displayName)) return fail('name.unseeable');
  floorStore.chooseName(chatId, displayName.trim());
  return done;
}
