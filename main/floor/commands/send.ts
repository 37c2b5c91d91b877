import type { CommandRequest, Done, Result, TranscriptEntry } from '../../../preload/contract';
import { fail } from '../../base/result';
import { composedInConfirmedMode, composerReaches } from './checks';
import type { CommandTools } from './command-tools';

type SendRequest = CommandRequest<'chats.sendToEveryone'>;

const kindFor = { everyone: 'sendToEveryone', agents: 'sendToAgents' } as const;

type Readers = keyof typeof kindFor;

export function sendToEveryone(tools: CommandTools, request: SendRequest): Promise<Result<Done>> {
  return send(tools, request, 'everyone');
}

/** A whisper: in coach the usual way to write, while barged in one that the customer does not read. */
export function sendToAgents(tools: CommandTools, request: SendRequest): Promise<Result<Done>> {
  return send(tools, request, 'agents');
}

async function send({ truth, desk }: CommandTools, request: SendRequest, readers: Readers): Promise<Result<Done>> {
  const { requestId, chatId, composedIn, text } = request;
  const kind = kindFor[readers];
  if (text.trim() === '') return fail('command.emptyText');
  const composed = composedInConfirmedMode(truth, desk, { chatId, composedIn });
  if (!composed.ok) return composed;
  if (composedIn === 'monitor') return fail('command.notOffered');
  if (!composerReaches[readers].includes(composedIn)) return fail('command.modeDiffers');
  if (!composed.value.can.includes(kind)) return fail('command.notOffered');
  const lastIndex = truth.entries(chatId).at(-1)?.index ?? -Infinity;
  const isOurs = (entry: TranscriptEntry): boolean =>
    entry.index > lastIndex &&
    entry.author.kind === 'self' &&
    entry.visibility === readers &&
    sameWords(entry.text) === sameWords(text);
  return desk.perform({
    requestId,
    kind,
    chatId,
    agentId: null,
    send: (contactCentre) => contactCentre[kind]({ chatId, text }),
    // The end of the chat says nothing about whether the text arrived before it, so it is not looked at.
    verdict: () => (truth.entries(chatId).some(isOurs) ? 'seen' : 'waiting'),
  });
}

/** Servers may trim and re-break lines; the words stay. */
function sameWords(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}
