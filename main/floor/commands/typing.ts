import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import { composedInConfirmedMode, composerReaches } from './checks';
import type { CommandTools } from './command-tools';

/** Tells those who will read what is typed, and nobody else, that the supervisor types. Not an intent: nobody waits for it, nothing shows it. */
export async function typing(
  { truth, desk, contactCentre }: CommandTools,
  { chatId, composedIn, to, isTyping }: CommandRequest<'chats.typing'>,
): Promise<Result<Done>> {
  if (composedIn === 'monitor') return fail('command.notOffered');
  const composed = composedInConfirmedMode(truth, desk, { chatId, composedIn });
  if (!composed.ok) return composed;
  if (!composerReaches[to].includes(composedIn)) return fail('command.modeDiffers');
  if (!composed.value.can.includes(to === 'everyone' ? 'typeToEveryone' : 'typeToAgents'))
    return fail('command.notOffered');
  const centre = contactCentre();
  if (centre === null) return fail('session.signedOut');
  const told = await centre.typing({ chatId, audience: to, isTyping });
  return told.ok ? done : told;
}
