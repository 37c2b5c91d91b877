import type { EntryKind } from '../../../preload/contract';
import type { EntryUpdate, FloorEvent, ParticipantUpdate, TypingUpdate } from '../../floor/events';
import { decodeParticipant } from '../wire/chat';
import { decodeMessage, type WireMessage } from '../wire/message';
import type { Quarantine } from '../wire/quarantine';
import { epochMilliseconds, readServerTime, type ServerTime } from './date';
import { toParticipant } from './participant';
import { toVisibility } from './visibility';

const kinds = new Map<string, EntryKind>([
  ['Text', 'text'],
  ['ParticipantJoined', 'joined'],
  ['ParticipantRejoined', 'rejoined'],
  ['ParticipantLeft', 'left'],
  ['PushUrl', 'url'],
  ['Notice', 'notice'],
  ['CustomNotice', 'customNotice'],
  ['TranscriptSaveDone', 'transcriptSaved'],
]);

/** Both spellings of the end of typing are on the wire: the documentation has one, servers send the other. */
const typingTypes = new Map<string, boolean>([
  ['TypingStarted', true],
  ['TypingStopped', false],
  ['TypingStopping', false],
]);

/** A signal between programs that travels as a notice; the people in the chat are not meant to read it. */
const removalSignal = /^REMOVE_PARTICIPANT_FROM_CONFERENCE/;

interface Lines {
  readonly entries: readonly EntryUpdate[];
  readonly typing: readonly TypingUpdate[];
}

/** `receivedAt` dates a line whose own date cannot be read. */
export function translateNewMessages(
  news: { readonly chatId: string; readonly messages: readonly unknown[] },
  receivedAt: number,
  quarantine: Quarantine,
): readonly FloorEvent[] {
  const lines = splitLog(news.messages, receivedAt, quarantine);
  if (lines.entries.length === 0 && lines.typing.length === 0) return [];
  return [{ type: 'messagesReceived', chatId: news.chatId, ...lines }];
}

/** Tells the lines of a log apart: what belongs in the transcript, and who types. */
export function splitLog(messages: readonly unknown[], receivedAt: number, quarantine: Quarantine): Lines {
  const entries: EntryUpdate[] = [];
  const typing: TypingUpdate[] = [];
  for (const item of messages) {
    const message = decodeMessage(item);
    if (message === null) {
      quarantine.keep('message', item);
      continue;
    }
    const isTyping = typingTypes.get(message.type ?? '');
    if (isTyping === undefined) {
      entries.push(toEntry(message, receivedAt));
      continue;
    }
    const from = toAuthor(message.from);
    if (from === null) quarantine.keep('typing', item);
    else typing.push({ ...placed(message, from, receivedAt), from, isTyping });
  }
  return { entries, typing };
}

function toEntry(message: WireMessage, receivedAt: number): EntryUpdate {
  const from = toAuthor(message.from);
  const kind = toKind(message);
  return {
    ...placed(message, from, receivedAt),
    from: withToldVisibility(from, kind, message),
    kind,
    text: toText(message),
  };
}

/** A line that tells of somebody's coming or switch is read by those who see them: where the author's part leaves it out, that says it. */
function withToldVisibility(
  from: ParticipantUpdate | null,
  kind: EntryKind,
  message: WireMessage,
): ParticipantUpdate | null {
  if (from === null || from.visibility !== null || (kind !== 'joined' && kind !== 'rejoined')) return from;
  return { ...from, visibility: toVisibility(message.visibility) };
}

function toKind(message: WireMessage): EntryKind {
  if (message.type === undefined) return message.text === undefined ? 'unknown' : 'text';
  return kinds.get(message.type) ?? 'unknown';
}

function toText(message: WireMessage): string {
  const text = message.text ?? message.noticeText ?? message.url ?? '';
  return message.type === 'Notice' && removalSignal.test(text) ? '' : text;
}

function toAuthor(from: unknown): ParticipantUpdate | null {
  const participant = decodeParticipant(from);
  return participant === null ? null : toParticipant(participant);
}

/** A line that does not say who reads it is read by those who see its author. */
function placed(
  message: WireMessage,
  from: ParticipantUpdate | null,
  receivedAt: number,
): Pick<EntryUpdate, 'index' | 'visibility' | 'at' | 'isTimeGuessed'> {
  const { at, isGuess } = timeOf(message, receivedAt);
  return {
    index: message.index,
    visibility: toVisibility(message.visibility) ?? from?.visibility ?? 'everyone',
    at,
    ...(isGuess ? { isTimeGuessed: true as const } : {}),
  };
}

/**
 * What was told for certain comes before a guess: the date with its zone, the epoch field, the date without a zone, and the
 * time of arrival last.
 */
function timeOf(message: WireMessage, receivedAt: number): ServerTime {
  const written = readServerTime(message.timestamp);
  if (written?.isGuess === false) return written;
  const epoch = message.timestampSeconds === undefined ? null : epochMilliseconds(message.timestampSeconds);
  if (epoch !== null) return { at: epoch, isGuess: false };
  return written ?? { at: receivedAt, isGuess: true };
}
