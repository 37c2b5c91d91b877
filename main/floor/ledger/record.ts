import type {
  ChatAction,
  ChatState,
  CustomerField,
  Medium,
  TranscriptEntry,
  Visibility,
} from '../../../preload/contract';
import type { Clock } from '../../base/clock';
import type { ParticipantUpdate, CurrentSupervisor } from '../events';
import { firstStart, type NumberingStart } from './numbering';

/** The moment of a fold, told to the ledger so that it never looks at a clock itself. */
export interface Instant {
  /** Epoch milliseconds by the clock that stamps what is said, for showing. */
  readonly now: number;
  /** For spans only. */
  readonly monotonicMs: number;
}

export function instantOf(clock: Clock, serverClockOffsetMs = 0): Instant {
  return { now: clock.now() + serverClockOffsetMs, monotonicMs: clock.monotonicMs() };
}

/** What the ledger must know of the world around a chat to say who is who in it. */
export interface IdentityContext {
  readonly self: CurrentSupervisor;
  readonly isWatched: (userId: string) => boolean;
  /** Names under which the supervisor may appear besides the one of the sign-in. */
  readonly chosenNames?: () => readonly string[];
}

/** What a fold is given beside the news. */
export interface FoldContext {
  readonly moment: Instant;
  readonly viewpoint: IdentityContext;
  /** Hands out the order of joins. */
  readonly nextJoin: () => number;
}

/** All that was ever learned about one participant id. Only grows, so that the order of learning does not matter. */
export interface Identity {
  readonly participantId: string;
  readonly type: ParticipantUpdate['type'];
  readonly nickname: string;
  readonly userId: string | null;
  /** Was seen hidden from the customer at least once: among agents that makes a supervisor. */
  readonly wasHidden: boolean;
  /** Was seen hidden from agents too: that only supervisors are, a consulted colleague never is. */
  readonly wasUnseen: boolean;
}

/** The newest typing event of one participant. */
export interface TypingMark {
  readonly index: number;
  readonly isTyping: boolean;
  readonly visibility: Visibility;
  readonly at: number;
  readonly expiresAtMs: number;
}

/** A hole as it was opened; where it ends follows from the entries. */
export interface OpenedGap {
  readonly afterIndex: number | null;
  readonly from: number;
  readonly to: number;
}

/** Everything the ledger holds about one chat. Replaced as a whole, never changed in place. */
export interface ChatRecord {
  readonly id: string;
  readonly medium: Medium;
  /** False while only messages were heard of it: such a chat is not shown yet. */
  readonly isAnnounced: boolean;
  /** Taken off the list by the supervisor; kept as a tombstone so that old news does not bring it back. */
  readonly isDismissed: boolean;
  readonly state: ChatState;
  readonly allowedActions: readonly ChatAction[];
  readonly participants: readonly ParticipantUpdate[];
  readonly participantsLeftOut: number;
  readonly customerData: readonly CustomerField[];
  readonly customerDataLeftOut: number;
  readonly receivedAt: number | null;
  readonly firstSeenAt: number;
  readonly firstHeardMs: number;
  readonly endedAt: number | null;
  readonly endedAtMs: number | null;
  /** When news last told an end, not forgotten by a return: that news may come again. */
  readonly lastEndMs: number | null;
  /** The end was read, not heard: what was said before it may still be on its way, or lost with the stream. */
  readonly isEndInferred: boolean;
  /** Counts the times the supervisor came in, here and elsewhere: the ledger's own order of joins. `null` before the first. */
  readonly joinOrder: number | null;
  readonly joinedByInvitation: boolean;
  /** What the supervisor asked to come into: the next invitation answers that, however soon after the end. */
  readonly requestedJoin: ExpectedChat | null;
  /** Participant ids the supervisor had in joins that are over; news naming one of them is old. */
  readonly pastOwnParticipantIds: readonly string[];
  /** Participant ids known to be the supervisor's without a user id; see `learnOwnId`. */
  readonly ownIds: readonly string[];
  readonly customerName: string | null;
  readonly agentId: string | null;
  readonly agentName: string | null;
  /** As which participant the agent takes, or last took, part; `null` until a list of participants told it. */
  readonly agentParticipantId: string | null;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly entries: readonly TranscriptEntry[];
  /** Where the server's numbers began, and began again. */
  readonly numberingStarts: readonly NumberingStart[];
  readonly gaps: readonly OpenedGap[];
  readonly typing: ReadonlyMap<string, TypingMark>;
  /** The highest index each participant wrote or left at: typing news below it is over. */
  readonly spokeAt: ReadonlyMap<string, number>;
  readonly newestAt: number;
}

/** What the directory says of a chat that was asked for: an invitation often names nobody yet. */
export interface ExpectedChat {
  readonly medium: Medium;
  readonly agentId: string;
  readonly agentName: string | null;
  readonly customerName: string | null;
}

export function emptyRecord(id: string, moment: Instant): ChatRecord {
  return {
    id,
    medium: 'chat',
    isAnnounced: false,
    isDismissed: false,
    state: 'unknown',
    allowedActions: [],
    participants: [],
    participantsLeftOut: 0,
    customerData: [],
    customerDataLeftOut: 0,
    receivedAt: null,
    firstSeenAt: moment.now,
    firstHeardMs: moment.monotonicMs,
    endedAt: null,
    endedAtMs: null,
    lastEndMs: null,
    isEndInferred: false,
    joinOrder: null,
    joinedByInvitation: false,
    requestedJoin: null,
    pastOwnParticipantIds: [],
    ownIds: [],
    customerName: null,
    agentId: null,
    agentName: null,
    agentParticipantId: null,
    identities: new Map(),
    entries: [],
    numberingStarts: firstStart,
    gaps: [],
    typing: new Map(),
    spokeAt: new Map(),
    newestAt: 0,
  };
}

export function hasEnded(state: ChatState): boolean {
  return state === 'left' || state === 'finished' || state === 'revoked' || state === 'joinFailed';
}
