import type { TranscriptEntry } from '../../../preload/contract';

/**
 * The style of a message: distinguished by side, shape and text, with colour as an addition. `whisper`: dashed, for
 * agents only. `stepIn`: a supervisor visible to the customer.
 */
export type MessageStyle = 'customer' | 'agent' | 'whisper' | 'stepIn' | 'other';

export function messageStyle(entry: TranscriptEntry): MessageStyle {
  const { kind } = entry.author;
  if (kind === 'customer') return 'customer';
  if (entry.visibility !== 'everyone') return 'whisper';
  if (kind === 'self' || kind === 'supervisor') return 'stepIn';
  return kind === 'agent' ? 'agent' : 'other';
}

export interface AuthorWords {
  readonly key: string;
  /** The readers named in the sentence; `null` if it names none. */
  readonly to: 'everyone' | 'agents' | null;
}

/** The label of a message: its author and, where it matters, its audience. */
export function authorWords(entry: TranscriptEntry): AuthorWords {
  const isWhisper = entry.visibility !== 'everyone';
  switch (entry.author.kind) {
    case 'self':
      return isWhisper
        ? { key: 'transcript.audience.byYouWhisper', to: 'agents' }
        : { key: 'transcript.audience.byYou', to: 'everyone' };
    case 'supervisor':
      return { key: `transcript.audience.bySupervisor${isWhisper ? 'Whisper' : ''}`, to: null };
    case 'customer':
    case 'agent':
    case 'other':
      return { key: `transcript.audience.${isWhisper ? 'byAgent' : 'byAgentVisible'}`, to: null };
  }
}
