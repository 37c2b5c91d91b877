import type { CommandRequest, Done, Result } from '../../../preload/contract';
import { fail } from '../../base/result';
import { asked } from './asked';
import { endVerdict, liveChat } from './checks';
import type { CommandTools } from './command-tools';
import { checkedLastWords, onceSaid } from './last-words';

/** Goes out of a chat. Also the way out of a state this version does not know, whatever the server offers there. */
export async function leave(
  tools: CommandTools,
  { requestId, chatId, lastWords }: CommandRequest<'chats.leave'>,
): Promise<Result<Done>> {
  const { truth, desk } = tools;
  const live = liveChat(truth, chatId);
  if (!live.ok) return live;
  if (!live.value.can.includes('leave') && live.value.state !== 'unknown') return fail('command.notOffered');
  const words = checkedLastWords(tools, chatId, lastWords);
  if (!words.ok) return words;
  const asking = asked((contactCentre) => contactCentre.leave({ chatId, ...words.value }));
  return desk.perform({
    requestId,
    kind: 'leave',
    chatId,
    agentId: null,
    send: asking.send,
    verdict: onceSaid(words.value.lastWords, asking, () => endVerdict(truth, chatId)),
  });
}
