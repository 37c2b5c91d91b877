import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import { composedInConfirmedMode } from './checks';
import type { CommandTools } from './ports';

/** Tells the readers of the composer that the supervisor types. Not an intent: nobody waits for it, nothing shows it. */
export async function typing(
  { truth, desk, contactCentre }: CommandTools,
  { chatId, composedIn, isTyping }: CommandRequest<'chats.typing'>,
): Promise<Result<Done>> {
  if (composedIn === 'monitor') return fail('command.notOffered');
  const composed = composedInConfirmedMode(truth, desk, { chatId, composedIn });
  if (!composed.ok) return composed;
  const isForEveryone = composedIn === 'bargeIn';
  if (!composed.value.can.includes(isForEveryone ? 'typeToEveryone' : 'typeToAgents')) return fail('command.notOffered');
  const centre = contactCentre();
  if (centre === null) return fail('session.signedOut');
  return centre.typing({ chatId, audience: isForEveryone ? 'everyone' : 'agents', isTyping });
}
