import type { TranscriptEntry } from '../../../../preload/contract';

/** Returns whether an entry is a message from the customer. */
export function isCustomerMessage({ kind, author }: TranscriptEntry): boolean {
  return kind === 'text' && author.kind === 'customer';
}

/** Returns whether an entry is a message from an agent or supervisor that the customer can read; a whisper is not. */
export function isVisibleReply({ kind, author, visibility }: TranscriptEntry): boolean {
  if ((kind !== 'text' && kind !== 'url') || visibility !== 'everyone') return false;
  return author.kind === 'agent' || author.kind === 'self' || author.kind === 'supervisor';
}
