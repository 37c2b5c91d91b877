import type { ChatAction, CommandRequest, Done, Result, TranscriptEntry } from '../../../preload/contract';
import { fail } from '../../base/result';
import { composedInConfirmedMode, composerReaches, mayTellEveryone } from './checks';
import type { CommandTools } from './command-tools';

type SendRequest = CommandRequest<'chats.sendToEveryone'>;

type Saying = Extract<ChatAction, 'sendToEveryone' | 'sendToAgents' | 'sendNoticeToEveryone' | 'sendNoticeToAgents'>;

const readersOf = {
  sendToEveryone: 'everyone',
  sendToAgents: 'agents',
  sendNoticeToEveryone: 'everyone',
  sendNoticeToAgents: 'agents',
} as const satisfies Record<Saying, 'everyone' | 'agents'>;

/** A text to everyone; or a whisper, in coach the usual way to write, while barged in one that the customer does not read; or a notice to either. */
export async function send({ truth, desk }: CommandTools, request: SendRequest, kind: Saying): Promise<Result<Done>> {
  const { requestId, chatId, composedIn, text } = request;
  const readers = readersOf[kind];
  if (text.trim() === '') return fail('command.emptyText');
  const composed = composedInConfirmedMode(truth, desk, { chatId, composedIn });
  if (!composed.ok) return composed;
  if (composedIn === 'monitor') return fail('command.notOffered');
  if (!composerReaches[readers].includes(composedIn)) return fail('command.modeDiffers');
  if (!composed.value.can.includes(kind)) return fail('command.notOffered');
  const isOurs = ownEntryAfterNow(
    truth.entries(chatId),
    (entry) => entry.visibility === readers && sameWords(entry.text) === sameWords(text),
  );
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

/** Shows everyone in the chat a web address. */
export async function pushUrl(
  { truth, desk }: CommandTools,
  { requestId, chatId, composedIn, url }: CommandRequest<'chats.pushUrl'>,
): Promise<Result<Done>> {
  const address = addressOf(url);
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '') return fail('link.refused');
  const composed = mayTellEveryone(truth, desk, { chatId, composedIn });
  if (!composed.ok) return composed;
  if (!composed.value.can.includes('pushUrl')) return fail('command.notOffered');
  const { href } = address;
  const mayGo = (): boolean => mayTellEveryone(truth, desk, { chatId, composedIn }).ok;
  const isOurs = ownEntryAfterNow(
    truth.entries(chatId),
    (entry) => entry.kind === 'url' && addressOf(entry.text)?.href === href,
  );
  return desk.perform({
    requestId,
    kind: 'pushUrl',
    chatId,
    agentId: null,
    send: (contactCentre) => contactCentre.pushUrl({ chatId, url: href, mayGo }),
    verdict: () => (truth.entries(chatId).some(isOurs) ? 'seen' : 'waiting'),
  });
}

function addressOf(text: string): URL | null {
  return URL.canParse(text.trim()) ? new URL(text.trim()) : null;
}

function ownEntryAfterNow(
  known: readonly TranscriptEntry[],
  fits: (entry: TranscriptEntry) => boolean,
): (entry: TranscriptEntry) => boolean {
  const lastIndex = known.at(-1)?.index ?? -Infinity;
  return (entry) => entry.index > lastIndex && entry.author.kind === 'self' && fits(entry);
}

/** Servers may trim and re-break lines; the words stay. */
function sameWords(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}
