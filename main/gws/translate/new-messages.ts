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

/** The documentation and real servers spell the end of typing differently. */
const typingTypes = new Map<string, boolean>([
  ['TypingStarted', true],
  ['TypingStopped', false],
  ['TypingStopping', false],
]);

/** A signal between programs that is sent as a notice; it is not meant for the participants. */
const removalSignal = /^REMOVE_PARTICIPANT_FROM_CONFERENCE/;

interface Lines {
  readonly entries: readonly EntryUpdate[];
  readonly typing: readonly TypingUpdate[];
}

/** Translates the entries of a notification. `receivedAt` dates an entry whose own date cannot be read. */
export function translateNewMessages(
  update: { readonly chatId: string; readonly messages: readonly unknown[] },
  receivedAt: number,
  quarantine: Quarantine,
): readonly FloorEvent[] {
  const lines = splitLog(update.messages, receivedAt, quarantine);
  if (lines.entries.length === 0 && lines.typing.length === 0) return [];
  return [{ type: 'messagesReceived', chatId: update.chatId, ...lines }];
}

/** Splits a log into transcript entries and typing updates. */
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
    from: withStatedVisibility(from, kind, message),
    kind,
    text: toText(message),
  };
}

/**
 * A joining or mode change is visible to those who see the participant. If the participant omits the visibility, the
 * entry has it.
 */
function withStatedVisibility(
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

/** An entry without a visibility is readable by those who see its author. */
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

/** Takes the time in order of certainty: date with zone, epoch field, date without zone, time of arrival. */
function timeOf(message: WireMessage, receivedAt: number): ServerTime {
  const written = readServerTime(message.timestamp);
  if (written?.isGuess === false) return written;
  const epoch = message.timestampSeconds === undefined ? null : epochMilliseconds(message.timestampSeconds);
  if (epoch !== null) return { at: epoch, isGuess: false };
  return written ?? { at: receivedAt, isGuess: true };
}
