import type { ChatOperation, chatOperations } from '../chat-operations';
import type { Medium } from './channel';
import type { Mode, Visibility } from './mode';

/**
 * State of a chat for this supervisor. `invited`: offered after an intrude request. `active`: joined. `left`: the
 * supervisor left and the customer's session ended. `finished`: ended. `revoked`: taken away (completed by the agent or
 * queued). `joinFailed`: accepted, but the join failed. `unknown`: a state that this version does not know; only
 * leaving is offered.
 */
export type ChatState = 'invited' | 'active' | 'left' | 'finished' | 'revoked' | 'joinFailed' | 'unknown';

/** Actions that the server currently allows in a chat. Taken from its capabilities, never inferred. */
export type ChatAction =
  (typeof chatOperations)[ChatOperation]['offeredAs'][number] | 'typeToEveryone' | 'typeToAgents' | 'setInFocus';

export type ParticipantKind = 'customer' | 'agent' | 'supervisor' | 'self' | 'other';

export interface Participant {
  /** Id within the chat; 16 hex characters at the vendor. */
  readonly participantId: string;
  readonly kind: ParticipantKind;
  readonly nickname: string;
  /** Directory id, if the server sent it; customers have none. */
  readonly userId: string | null;
  /** `null` if the server did not send it. */
  readonly visibility: Visibility | null;
}

export interface CustomerField {
  readonly key: string;
  readonly value: string | null;
  /** `value` is JSON of an object or list. The operations carry plain text, so a change would destroy it. */
  readonly isStructured?: true;
  /** `value` lacks numbers that are masked, so a change would destroy them. */
  readonly isMasked?: true;
}

export interface Chat {
  readonly id: string;
  readonly medium: Medium;
  readonly state: ChatState;
  /**
   * Mode that the server confirmed. `null` if the supervisor is not in the chat or the server did not report it; then
   * nothing can be written.
   */
  readonly mode: Mode | null;
  readonly allowedActions: readonly ChatAction[];
  readonly participants: readonly Participant[];
  /** Number of participants beyond the bounded list; absent means none. */
  readonly participantsLeftOut?: number;
  /** Customer name from the server, kept after the customer left; `null` until known. */
  readonly customerName: string | null;
  /** Directory id of the handling agent, kept after the agent left; `null` until known. */
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly customerData: readonly CustomerField[];
  readonly customerDataLeftOut?: number;
  /** Epoch milliseconds; `null` if the server did not send it. */
  readonly receivedAt: number | null;
  /** Epoch milliseconds at which this console first received the chat. */
  readonly firstSeenAt: number;
  /** Epoch milliseconds of the end for the supervisor; `null` while the chat is live. */
  readonly endedAt: number | null;
}

export type EntryKind =
  'text' | 'joined' | 'rejoined' | 'left' | 'url' | 'notice' | 'customNotice' | 'transcriptSaved' | 'unknown';

export interface Author {
  readonly participantId: string | null;
  readonly kind: ParticipantKind;
  readonly nickname: string;
  readonly userId: string | null;
  /** The author's visibility when the entry was written; for a rejoin, the mode of the rejoin. */
  readonly visibility: Visibility | null;
}

export interface TranscriptEntry {
  /** Index on the server: ascending, not contiguous, and the identity of the entry within its chat. */
  readonly index: number;
  readonly kind: EntryKind;
  readonly author: Author;
  /** Who can read the entry. */
  readonly visibility: Visibility;
  /** Plain text. Untrusted: shown as text, never as markup. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The server sent no credible time; `at` is about when the entry arrived. */
  readonly isTimeGuessed?: true;
  /**
   * The server used the number of this entry twice. `doubled`: two entries with one number. `restarted`: its numbers
   * began again here, so entries may be missing before this one.
   */
  readonly numbering?: 'doubled' | 'restarted';
}

/**
 * A range of the transcript that the server could not return after an interruption. Entries between the two indexes
 * (exclusive) may be missing.
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
  /** Participants who are typing. */
  readonly typing: readonly TypingParticipant[];
}

export interface TypingParticipant {
  readonly participantId: string;
  readonly nickname: string;
  readonly kind: ParticipantKind;
  readonly visibility: Visibility;
  readonly since: number;
}
