import type { TranscriptEntry } from '../../preload/contract';

/** A key of the catalogue and what fills its places. */
export interface Sentence {
  readonly key: string;
  readonly name: string;
  /** Words from outside that are part of the event, e.g. a notice; empty when there are none. */
  readonly text: string;
}

/** What an entry that nobody wrote says. `null` for entries that are messages. */
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
      // Somebody's own words; only an empty one has nothing to draw but that it came.
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

/** Only for those whose presence is a secret to somebody, or who just changed who sees them. */
function seenBySuffix(entry: TranscriptEntry): string {
  const { visibility, kind } = entry.author;
  const isPlainJoin = entry.kind === 'joined' && (kind === 'customer' || kind === 'agent');
  if (isPlainJoin || visibility === null) return '';
  return { everyone: 'Everyone', agents: 'Agents', supervisors: 'Supervisors' }[visibility];
}
