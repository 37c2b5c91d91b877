import type { TranscriptEntry } from '../../../preload/contract';

/** A locale key and its values. */
export interface Sentence {
  readonly key: string;
  readonly name: string;
  /** Text from outside that is part of the event, e.g. a notice; empty if there is none. */
  readonly text: string;
}

/** The text of an entry without an author; `null` for messages. */
export function systemMessage(entry: TranscriptEntry): Sentence | null {
  const who = entry.author.kind === 'self' ? 'you' : 'they';
  const name = entry.author.nickname;
  switch (entry.kind) {
    case 'text':
    case 'url':
      return null;
    case 'joined':
      return { key: `transcript.event.joined.${who}${seenBySuffix(entry)}`, name, text: '' };
    case 'rejoined':
      return { key: `transcript.event.rejoined.${who}${seenBySuffix(entry)}`, name, text: '' };
    case 'left':
      return { key: `transcript.event.left.${who}`, name, text: '' };
    case 'customNotice':
      // A notice's own text is shown; only an empty one needs a sentence.
      if (entry.text !== '') return null;
      return { key: 'transcript.event.noticeEmpty', name, text: '' };
    case 'notice':
      return {
        key: entry.text === '' ? 'transcript.event.noticeEmpty' : 'transcript.event.notice',
        name,
        text: entry.text,
      };
    case 'transcriptSaved':
      return { key: 'transcript.event.transcriptSaved', name, text: '' };
    case 'unknown':
      return { key: 'transcript.event.unknown', name, text: entry.text };
  }
}

/** Only for participants whose presence is hidden from others, or whose visibility just changed. */
function seenBySuffix(entry: TranscriptEntry): string {
  const { visibility, kind } = entry.author;
  const isPlainJoin = entry.kind === 'joined' && (kind === 'customer' || kind === 'agent');
  if (isPlainJoin || visibility === null) return '';
  return { everyone: 'Everyone', agents: 'Agents', supervisors: 'Supervisors' }[visibility];
}
