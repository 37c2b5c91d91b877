import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import { requireComposedMode, modesByAudience } from './checks';
import type { CommandContext } from './command-context';

/** Sends a typing indicator to the readers of the draft only. Not tracked: no one waits for it and nothing shows it. */
export async function typing(
  { floorStore, dispatcher, contactCentre }: CommandContext,
  { chatId, composedIn, to, isTyping }: CommandRequest<'chats.typing'>,
): Promise<Result<Done>> {
  if (composedIn === 'monitor') return fail('command.notOffered');
  const composed = requireComposedMode(floorStore, dispatcher, { chatId, composedIn });
  if (!composed.ok) return composed;
  if (!modesByAudience[to].includes(composedIn)) return fail('command.modeDiffers');
  if (!composed.value.allowedActions.includes(to === 'everyone' ? 'typeToEveryone' : 'typeToAgents'))
    return fail('command.notOffered');
  const centre = contactCentre();
  if (centre === null) return fail('session.signedOut');
  const result = await centre.typing(composed.value, { audience: to, isTyping });
  return result.ok ? done : result;
}
