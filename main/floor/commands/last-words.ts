import type { LastWords, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { Asked } from './asked';
import type { CommandTools } from './command-tools';
import { mayTellEveryone } from './checks';
import type { Verdict } from './open-intent';

/** Words said on the way out, as the platform takes them; everybody in the chat reads them. */
export function checkedLastWords(
  { truth, desk }: CommandTools,
  chatId: string,
  words: LastWords | null | undefined,
): Result<{ readonly lastWords?: string }> {
  if (words === null || words === undefined) return succeed({});
  if (words.text.trim() === '') return fail('command.emptyText');
  const composed = mayTellEveryone(truth, desk, { chatId, ...words });
  if (!composed.ok) return composed;
  return composed.value.can.includes('sendToEveryone')
    ? succeed({ lastWords: words.text })
    : fail('command.notOffered');
}

/** A chat may also end by somebody else, before the words came through: only what the server took was said. */
export function onceSaid(lastWords: string | undefined, asking: Asked, verdict: () => Verdict): () => Verdict {
  return () => (lastWords === undefined || asking.isAccepted() ? verdict() : 'waiting');
}
