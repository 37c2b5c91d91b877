import type { TranscriptEntry } from '../../preload/contract';

/**
 * How a message is told apart: by side, by shape and by words, colour comes last.
 * `whisper`: dashed, for agents only, whoever wrote it. `stepIn`: a supervisor in sight of the customer.
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
  /** Who the readers named in the sentence are; `null` when it names none. */
  readonly to: 'everyone' | 'agents' | null;
}

/** The catalogue's words over a message: who wrote it and, where it matters, for whom. */
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
