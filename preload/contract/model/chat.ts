import type { Medium } from './channel';
import type { Mode, Visibility } from './mode';

/**
 * Where a chat stands for this supervisor.
 * `invited`: offered after an intrusion, to be accepted or declined. `active`: joined and going on.
 * `left`: the supervisor left and the customer's session ended. `finished`: over. `revoked`: taken away
 * (completed by the agent or put in a queue). `joinFailed`: accepted, but joining failed.
 * `unknown`: the server named a state this version does not know; nothing is offered but leaving.
 */
export type ChatState = 'invited' | 'active' | 'left' | 'finished' | 'revoked' | 'joinFailed' | 'unknown';

/** What the live chat says the supervisor may do now. Read from the server's capabilities, never guessed. */
export type ChatAction =
  | 'accept'
  | 'reject'
  | 'switchToMonitor'
  | 'switchToCoach'
  | 'switchToBargeIn'
  | 'sendToEveryone'
  | 'sendToAgents'
  | 'typeToEveryone'
  | 'typeToAgents'
  | 'leave'
  | 'complete'
  | 'transfer'
  | 'invite'
  | 'consult'
  | 'setInFocus'
  | 'setDisposition'
  | 'attachUserData'
  | 'updateUserData'
  | 'deleteUserData'
  | 'removeParticipant'
  | 'cancelConsult'
  | 'sendNoticeToEveryone'
  | 'sendNoticeToAgents'
  | 'pushUrl';

export type ParticipantKind = 'customer' | 'agent' | 'supervisor' | 'self' | 'other';

export interface Participant {
  /** Per-chat id, 16 hex characters at the vendor. */
  readonly participantId: string;
  readonly kind: ParticipantKind;
  readonly nickname: string;
  /** The directory id of the person, when the server says it; customers have none. */
  readonly userId: string | null;
  /** `null` when the server did not say. */
  readonly visibility: Visibility | null;
}

export interface CustomerField {
  readonly key: string;
  readonly value: string | null;
  /** `value` is the JSON of an object or a list. Operations carry plain texts only, so changing or deleting it would lose it. */
  readonly isStructured?: true;
}

export interface Chat {
  readonly id: string;
  readonly medium: Medium;
  readonly state: ChatState;
  /** The mode the server confirmed. `null`: not in the chat, or the server has not said; nothing can be written then. */
  readonly mode: Mode | null;
  readonly allowedActions: readonly ChatAction[];
  readonly participants: readonly Participant[];
  /** More people are in the chat than the bounded list holds: so many; absent: none. */
  readonly participantsLeftOut?: number;
  /** The name of the customer as the server gave it, kept after the customer left; `null` until known. */
  readonly customerName: string | null;
  /** The agent who handles the chat (directory id), kept after the agent left; `null` until known. */
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly customerData: readonly CustomerField[];
  readonly customerDataLeftOut?: number;
  /** Epoch milliseconds; `null` when the server did not say. */
  readonly receivedAt: number | null;
  /** When this console first saw the chat, epoch milliseconds. */
  readonly firstSeenAt: number;
  /** When the chat reached a state that ends it for the supervisor; `null` while it is live. */
  readonly endedAt: number | null;
}

export type EntryKind =
  'text' | 'joined' | 'rejoined' | 'left' | 'url' | 'notice' | 'customNotice' | 'transcriptSaved' | 'unknown';

export interface Author {
  readonly participantId: string | null;
  readonly kind: ParticipantKind;
  readonly nickname: string;
  readonly userId: string | null;
  /** The author's own visibility when the entry was written; for a rejoin it is the mode taken. */
  readonly visibility: Visibility | null;
}

export interface TranscriptEntry {
  /** The server's index. Ascending, not contiguous; the identity of the entry within its chat. */
  readonly index: number;
  readonly kind: EntryKind;
  readonly author: Author;
  /** Who reads it. */
  readonly visibility: Visibility;
  /** Plain text. Hostile: written by strangers, to be shown as text and never as markup. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The server gave no time that can be believed: `at` is about when the entry arrived. */
  readonly isTimeGuessed?: true;
  /**
   * The server gave the number of this entry to another one, too. `doubled`: two different lines under one number.
   * `restarted`: its numbers began again here, so lines between may be missing.
   */
  readonly numbering?: 'doubled' | 'restarted';
}

/**
 * A stretch of the transcript that the server could not give back after an interruption.
 * Entries with an index between the two bounds (exclusive) may be missing.
 */
export interface TranscriptGap {
  readonly afterIndex: number | null;
  readonly beforeIndex: number | null;
  readonly from: number;
  readonly to: number;
}

export interface Transcript {
  readonly chatId: string;
  readonly entries: readonly TranscriptEntry[];
  readonly gaps: readonly TranscriptGap[];
  /** Who is typing now. */
  readonly typing: readonly TypingParticipant[];
}

export interface TypingParticipant {
  readonly participantId: string;
  readonly nickname: string;
  readonly kind: ParticipantKind;
  readonly visibility: Visibility;
  readonly since: number;
}
