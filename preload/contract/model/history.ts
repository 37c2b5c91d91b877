import type { TranscriptEntry } from './chat';

/** One of the ways a chat can be said to have ended, as the contact centre names them. */
export interface Disposition {
  readonly code: string;
  readonly label: string;
}

/** Something this customer and the contact centre had to do with each other before. */
export interface PastInteraction {
  readonly id: string;
  readonly medium: 'chat' | 'sms' | 'email' | 'call' | 'other';
  readonly direction: 'inbound' | 'outbound' | 'internal' | 'unknown';
  /** `running`: it goes on now, or waits. `ended`: it is over. */
  readonly state: 'running' | 'ended' | 'unknown';
  readonly subject: string | null;
  /** Epoch milliseconds; `null` when the server did not say. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Who handled it, by name; `null` when the server did not say. */
  readonly handledBy: string | null;
  /** Whether what was said in it can be asked for with `history.transcript`. */
  readonly hasTranscript: boolean;
}

export interface CustomerHistory {
  /** The latest first. Empty also when the chat does not say whose it is. */
  readonly interactions: readonly PastInteraction[];
}

export interface PastTranscript {
  readonly entries: readonly TranscriptEntry[];
}
