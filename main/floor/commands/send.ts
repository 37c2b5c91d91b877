import type { Chat, ChatAction, CommandRequest, Done, Result, TranscriptEntry } from '../../../preload/contract';
import { areSameReaders, maxMessageLength } from '../../../preload/contract/readers';
import { done, fail } from '../../base/result';
import type { FloorStore } from '../floor-store';
import { composedForReaders, requireBargedIn } from './checks';
import type { CommandContext } from './command-context';

type SendRequest = CommandRequest<'chats.sendToEveryone'>;
type NoticeRequest = CommandRequest<'chats.sendNoticeToEveryone'>;

type TextKind = Extract<ChatAction, 'sendToEveryone' | 'sendToAgents'>;
type NoticeKind = Extract<ChatAction, 'sendNoticeToEveryone' | 'sendNoticeToAgents'>;

const audienceOf = {
  sendToEveryone: 'everyone',
  sendToAgents: 'agents',
  sendNoticeToEveryone: 'everyone',
  sendNoticeToAgents: 'agents',
} as const satisfies Record<TextKind | NoticeKind, 'everyone' | 'agents'>;

/** Sends a message or a whisper after the previous text of the same chat was confirmed. */
export async function send(tools: CommandContext, request: SendRequest, kind: TextKind): Promise<Result<Done>> {
  const { chatId, requestId, draft } = request;
  const mayGo = maySend(tools, request, kind);
  if (!mayGo.ok) return mayGo;
  // A draft is sent once, whichever window requests it.
  if (!tools.drafts.beginSend(draft)) return fail('command.alreadyPending');
  return tools.sendQueue.enqueue({
    chatId,
    send: async () => {
      const result = await sendNow(tools, request, kind);
      if (result.ok) tools.drafts.sent(draft);
      return result;
    },
    outcome: () => tools.dispatcher.outcomeOf(requestId),
  });
}

/** Sends a notice to either audience. */
export async function sendNotice(
  tools: CommandContext,
  request: NoticeRequest,
  kind: NoticeKind,
): Promise<Result<Done>> {
  const mayGo = mayWrite(tools, request, kind);
  return mayGo.ok
    ? perform(tools, request, kind, ({ kind: type }) => type === 'notice' || type === 'customNotice')
    : mayGo;
}

async function sendNow(tools: CommandContext, request: SendRequest, kind: TextKind): Promise<Result<Done>> {
  // Check again: the readers may have changed while the text was queued.
  const mayGo = maySend(tools, request, kind);
  return mayGo.ok ? perform(tools, request, kind, ({ kind: type }) => type === 'text') : mayGo;
}

/**
 * Confirms the text by a new own entry, not by its words: a server may escape, normalise, cut or strip what it stores.
 */
function perform(
  { floorStore, dispatcher }: CommandContext,
  { requestId, chatId, text }: NoticeRequest,
  kind: TextKind | NoticeKind,
  isOfKind: (entry: TranscriptEntry) => boolean,
): Promise<Result<Done>> {
  const isOurs = ownEntryAfterNow(
    floorStore,
    chatId,
    (entry) => isOfKind(entry) && entry.visibility === audienceOf[kind],
  );
  return dispatcher.dispatch({
    ...{ requestId, kind, chatId, agentId: null },
    send: (contactCentre) => contactCentre.operate(kind, floorStore.addressOf(chatId), { text }),
    // The end of the chat is ignored: it does not say whether the text arrived before it.
    verdict: () => (floorStore.entries(chatId).some(isOurs) ? 'seen' : 'waiting'),
  });
}

function mayWrite(
  { floorStore, dispatcher }: CommandContext,
  { chatId, composedIn, readers, text }: NoticeRequest,
  kind: TextKind | NoticeKind,
): Result<Chat> {
  if (text.trim() === '') return fail('command.emptyText');
  if (text.length > maxMessageLength) return fail('input.invalid');
  const composed = composedForReaders(floorStore, dispatcher, {
    chatId,
    composedIn,
    readers,
    audience: audienceOf[kind],
  });
  if (!composed.ok) return composed;
  return composed.value.allowedActions.includes(kind) ? composed : fail('command.notOffered');
}

/**
 * Returns the chat if the text may be sent. Main recorded the audience of the draft itself and does not rely on the
 * window.
 */
function maySend(tools: CommandContext, request: SendRequest, kind: TextKind): Result<Done> {
  const mayGo = mayWrite(tools, request, kind);
  if (!mayGo.ok) return mayGo;
  const begun = tools.drafts.begunFor(request.draft);
  if (begun === null || begun.chatId !== request.chatId) return fail('command.readersDiffer');
  if (begun.mode !== request.composedIn) return fail('command.modeDiffers');
  const begunReaders = begun.readers.map(({ participantId }) => participantId);
  const areSame = begun.audience === audienceOf[kind] && areSameReaders(begunReaders, request.readers);
  return areSame ? done : fail('command.readersDiffer');
}

/** Shows a web address to everyone in the chat. */
export async function pushUrl(
  { floorStore, dispatcher }: CommandContext,
  { requestId, chatId, composedIn, readers, url }: CommandRequest<'chats.pushUrl'>,
): Promise<Result<Done>> {
  const address = addressOf(url);
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '') return fail('link.refused');
  const composed = requireBargedIn(floorStore, dispatcher, { chatId, composedIn, readers });
  if (!composed.ok) return composed;
  if (!composed.value.allowedActions.includes('pushUrl')) return fail('command.notOffered');
  const { href } = address;
  const mayGo = (): boolean => requireBargedIn(floorStore, dispatcher, { chatId, composedIn, readers }).ok;
  const isOurs = ownEntryAfterNow(
    floorStore,
    chatId,
    (entry) => entry.kind === 'url' && addressOf(entry.text)?.href === href,
  );
  return dispatcher.dispatch({
    requestId,
    kind: 'pushUrl',
    chatId,
    agentId: null,
    send: (contactCentre) => contactCentre.operate('pushUrl', composed.value, { url: href, mayGo }),
    verdict: () => (floorStore.entries(chatId).some(isOurs) ? 'seen' : 'waiting'),
  });
}

function addressOf(text: string): URL | null {
  return URL.canParse(text.trim()) ? new URL(text.trim()) : null;
}

/** Returns a predicate for own entries that are newer than the last entry of now. */
function ownEntryAfterNow(
  floorStore: FloorStore,
  chatId: string,
  fits: (entry: TranscriptEntry) => boolean,
): (entry: TranscriptEntry) => boolean {
  const lastIndex = floorStore.entries(chatId).at(-1)?.index ?? -Infinity;
  return (entry) => entry.index > lastIndex && isOwn(floorStore, chatId, entry) && fits(entry);
}

/** Compares the participant id if it is known: another participant may have the same name. */
function isOwn(floorStore: FloorStore, chatId: string, { author }: TranscriptEntry): boolean {
  if (author.kind !== 'self') return false;
  const own = (floorStore.chat(chatId)?.participants ?? []).filter(({ kind }) => kind === 'self');
  return (
    author.participantId === null ||
    own.length === 0 ||
    own.some(({ participantId }) => participantId === author.participantId)
  );
}
