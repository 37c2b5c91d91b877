import type { TranscriptEntry } from './chat';

/** Outcome code of a chat, as defined by the contact centre. */
export interface Disposition {
  readonly code: string;
  readonly label: string;
}

/** Earlier interaction of this customer with the contact centre. */
export interface PastInteraction {
  readonly id: string;
  readonly medium: 'chat' | 'sms' | 'email' | 'call' | 'other';
  readonly direction: 'inbound' | 'outbound' | 'internal' | 'unknown';
  /** `running`: in progress or waiting. `ended`: over. */
  readonly state: 'running' | 'ended' | 'unknown';
  readonly subject: string | null;
  /** Epoch milliseconds; `null` if the server did not send it. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** Name of the handling agent; `null` if the server did not send it. */
  readonly handledBy: string | null;
  /** Whether `history.transcript` can return its transcript. */
  readonly hasTranscript: boolean;
}

export interface CustomerHistory {
  /** Latest first. Empty also if the chat does not identify its customer. */
  readonly interactions: readonly PastInteraction[];
}

export interface PastTranscript {
  readonly entries: readonly TranscriptEntry[];
}
