import type { PartingMessage, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { TrackedRequest } from './track-acceptance';
import type { CommandContext } from './command-context';
import { requireBargedIn } from './checks';
import type { EffectStatus } from './in-flight-command';

/** Validates a parting message, which everyone in the chat receives. */
export function validatePartingMessage(
  { floorStore, dispatcher }: CommandContext,
  chatId: string,
  words: PartingMessage | null | undefined,
): Result<{ readonly partingMessage?: string }> {
  if (words === null || words === undefined) return succeed({});
  if (words.text.trim() === '') return fail('command.emptyText');
  const composed = requireBargedIn(floorStore, dispatcher, { chatId, ...words });
  if (!composed.ok) return composed;
  return composed.value.allowedActions.includes('sendToEveryone')
    ? succeed({ partingMessage: words.text })
    : fail('command.notOffered');
}

/**
 * Defers `verdict` until the server accepted the parting message, if there is one. The chat may end for another reason
 * before that, and then the message was not sent.
 */
export function afterAcceptance(
  partingMessage: string | undefined,
  request: TrackedRequest,
  verdict: () => EffectStatus,
): () => EffectStatus {
  return () => (partingMessage === undefined || request.isAccepted() ? verdict() : 'waiting');
}
