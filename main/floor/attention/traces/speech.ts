import type { TranscriptEntry } from '../../../../preload/contract';

/** Something the customer wrote. */
export function isCustomerMessage({ kind, author }: TranscriptEntry): boolean {
  return kind === 'text' && author.kind === 'customer';
}

/** Something from our side that the customer can read. A whisper is no answer. */
export function isVisibleReply({ kind, author, visibility }: TranscriptEntry): boolean {
  if ((kind !== 'text' && kind !== 'url') || visibility !== 'everyone') return false;
  return author.kind === 'agent' || author.kind === 'self' || author.kind === 'supervisor';
}
