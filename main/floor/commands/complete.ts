import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { asked } from './asked';
import { chatInHand } from './checks';
import type { CommandTools } from './command-tools';
import { checkedLastWords, onceSaid } from './last-words';
import type { Verdict } from './open-intent';

/** Puts a chat away for good: one that goes on, or one that was left and waits for that. */
export async function complete(
  tools: CommandTools,
  { requestId, chatId, lastWords }: CommandRequest<'chats.complete'>,
): Promise<Result<Done>> {
  const { truth, desk } = tools;
  const inHand = chatInHand(truth, chatId, 'complete');
  if (!inHand.ok) return inHand;
  const words = checkedLastWords(tools, chatId, lastWords);
  if (!words.ok) return words;
  const stateBefore = inHand.value.state;
  const verdict = (): Verdict => {
    const chat = truth.chat(chatId);
    const isOver = chat === null || (chat.endedAt !== null && chat.state !== stateBefore);
    return isOver ? 'seen' : 'waiting';
  };
  const asking = asked((contactCentre) => contactCentre.complete({ chatId, ...words.value }));
  return desk.perform({
    requestId,
    kind: 'complete',
    chatId,
    agentId: null,
    send: asking.send,
    verdict: onceSaid(words.value.lastWords, asking, verdict),
  });
}
